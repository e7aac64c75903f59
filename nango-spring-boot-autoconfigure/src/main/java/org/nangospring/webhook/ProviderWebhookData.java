package org.nangospring.webhook;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;

record ProviderWebhookData(WebhookDelivery delivery) implements ProviderWebhook {

	static final String TYPE = "provider";

	@Override
	public String type() {
		return TYPE;
	}

	@Override
	public <T> @Nullable T payload(Class<T> type) {
		return this.delivery.read("", type);
	}

	@Override
	public <T> @Nullable T payload(ParameterizedTypeReference<T> type) {
		return this.delivery.read("", type.getType());
	}

	@Override
	public Map<String, @Nullable Object> additionalProperties() {
		return Map.of();
	}

	@Override
	public String body() {
		return this.delivery.text();
	}

	@Override
	public HttpHeaders headers() {
		return this.delivery.headers();
	}

	@Override
	public String fingerprint() {
		return this.delivery.fingerprint();
	}

	/**
	 * Spring names arguments of listeners that fail in its messages.
	 */
	@Override
	public String toString() {
		return "ProviderWebhook[***]";
	}

}
