package org.nangospring.sample.webhook;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Webhooks as JSON.
 */
@RestController
@RequestMapping("/api/webhooks")
class WebhookApi {

	private final WebhookLog log;

	WebhookApi(WebhookLog log) {
		this.log = log;
	}

	@GetMapping
	List<WebhookView> list() {
		return this.log.newestFirst();
	}

}
