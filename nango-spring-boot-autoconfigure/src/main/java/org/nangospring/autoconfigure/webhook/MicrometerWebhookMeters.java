package org.nangospring.autoconfigure.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Counts webhooks with Micrometer.
 */
final class MicrometerWebhookMeters implements WebhookMeters {

	private final ObjectProvider<MeterRegistry> registry;

	MicrometerWebhookMeters(ObjectProvider<MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void received(String type, WebhookAnswer answer) {
		this.registry.ifUnique((registry) -> Counter.builder("nango.webhook.received")
			.description("Webhooks of Nango that were signed and could be read")
			.tag("type", type)
			.tag("outcome", answer.tag())
			.register(registry)
			.increment());
	}

	@Override
	public void refused(WebhookAnswer reason) {
		this.registry.ifUnique((registry) -> Counter.builder("nango.webhook.refused")
			.description("Requests that were no webhooks of Nango")
			.tag("reason", reason.tag())
			.register(registry)
			.increment());
	}

}
