package org.nangospring.sample.page;

import org.nangospring.sample.monitoring.MonitoringService;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The view with health and metrics.
 */
@Controller
class MonitoringController {

	private final MonitoringService monitoring;

	MonitoringController(MonitoringService monitoring) {
		this.monitoring = monitoring;
	}

	@GetMapping("/monitoring")
	String show(@RequestParam(defaultValue = "true") boolean live, Model model) {
		fill(live, model);
		return "views/monitoring";
	}

	@GetMapping(path = "/monitoring", headers = "HX-Target=monitoring")
	String tile(@RequestParam(defaultValue = "true") boolean live, Model model) {
		fill(live, model);
		return "parts/monitoring :: content";
	}

	private void fill(boolean live, Model model) {
		model.addAttribute("monitoring", this.monitoring.view());
		model.addAttribute("live", live);
	}

}
