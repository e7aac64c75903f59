package org.nangospring.sample.webhook;

import java.util.List;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Webhooks as JSON, and as they come in as server-sent events.
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

	@GetMapping(path = "/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	SseEmitter stream() {
		return this.log.open();
	}

}
