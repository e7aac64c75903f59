package org.nangospring.sample.page;

import org.nangospring.sample.webhook.WebhookLog;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The view with the webhooks that have come in.
 */
@Controller
class WebhookController {

	private final WebhookLog log;

	WebhookController(WebhookLog log) {
		this.log = log;
	}

	@GetMapping("/webhooks")
	String show(Model model) {
		model.addAttribute("webhooks", this.log.newestFirst());
		return "views/webhooks";
	}

	@GetMapping(path = "/webhooks", headers = "HX-Target=webhooks")
	String tile(Model model) {
		model.addAttribute("webhooks", this.log.newestFirst());
		return "parts/webhooks :: content";
	}

}
