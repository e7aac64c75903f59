package org.nangospring.autoconfigure.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.nangospring.autoconfigure.observation.NangoMeterDocumentation;
import org.nangospring.autoconfigure.observation.NangoMeterDocumentation.Keys;

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
		this.registry.ifUnique((registry) -> Counter.builder(NangoMeterDocumentation.WEBHOOKS_RECEIVED.getName())
			.description(NangoMeterDocumentation.WEBHOOKS_RECEIVED.getDescription())
			.tag(Keys.WEBHOOK_TYPE.asString(), type)
			.tag(Keys.WEBHOOK_OUTCOME.asString(), answer.tag())
			.register(registry)
			.increment());
	}

	@Override
	public void refused(WebhookAnswer reason) {
		this.registry.ifUnique((registry) -> Counter.builder(NangoMeterDocumentation.WEBHOOKS_REFUSED.getName())
			.description(NangoMeterDocumentation.WEBHOOKS_REFUSED.getDescription())
			.tag(Keys.REFUSAL_REASON.asString(), reason.tag())
			.register(registry)
			.increment());
	}

}
