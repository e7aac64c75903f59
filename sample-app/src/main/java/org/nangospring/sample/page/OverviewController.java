package org.nangospring.sample.page;

import java.util.List;

import org.nangospring.sample.connection.Catalogue;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The view to begin with.
 */
@Controller
class OverviewController {

	private final Catalogue catalogue;

	OverviewController(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	@GetMapping("/")
	String show(Model model) {
		fill(model);
		return "views/overview";
	}

	@GetMapping(path = "/", headers = "HX-Target=integrations")
	String integrations(Model model) {
		fill(model);
		return "parts/integrations :: content";
	}

	private void fill(Model model) {
		Part<List<Catalogue.Entry>> entries = Part.of(this.catalogue::entries);
		model.addAttribute("entries", entries);
	}

}
