package org.nangospring.webhook;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.NangoJson;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;

record UnknownWebhookData(WebhookDelivery delivery, String type,
		Map<String, @Nullable Object> additionalProperties) implements UnknownWebhook {

	private static final JavaType FIELDS = NangoJson.instance()
		.type(new ParameterizedTypeReference<Map<String, @Nullable Object>>() {
		}.getType());

	UnknownWebhookData {
		additionalProperties = Answers.map(additionalProperties);
	}

	static UnknownWebhook of(JsonNode json, WebhookDelivery delivery) {
		Map<String, @Nullable Object> fields = NangoJson.instance().convert(json, FIELDS);
		return new UnknownWebhookData(delivery, json.path("type").stringValue(""), Answers.map(fields));
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
		return "UnknownWebhook[***]";
	}

}
