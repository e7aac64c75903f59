package org.nangospring.sample.page;

import org.nangospring.sample.connection.Catalogue;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The view with all connections.
 */
@Controller
class ConnectionsController {

	private final Catalogue catalogue;

	ConnectionsController(Catalogue catalogue) {
		this.catalogue = catalogue;
	}

	@GetMapping("/connections")
	String show(Model model) {
		fill(model);
		return "views/connections";
	}

	@GetMapping(path = "/connections", headers = "HX-Target=connections")
	String tile(Model model) {
		fill(model);
		return "parts/connections :: content";
	}

	private void fill(Model model) {
		model.addAttribute("entries", Part.of(this.catalogue::entries));
	}

}
