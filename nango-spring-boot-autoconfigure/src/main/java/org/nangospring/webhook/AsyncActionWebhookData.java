package org.nangospring.webhook;

import java.util.Map;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.action.AsyncAction;
import org.nangospring.client.http.Answers;

import org.springframework.http.HttpHeaders;

record AsyncActionWebhookData(
		@JacksonInject(useInput = OptBoolean.FALSE) @JsonProperty(WebhookDelivery.PROPERTY) WebhookDelivery delivery,
		String from, String type, String connectionId, @JsonProperty("providerConfigKey") String integrationId,
		@JsonProperty("payload") AsyncAction action,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements AsyncActionWebhook {

	static final String TYPE = "async_action";

	AsyncActionWebhookData {
		new ConnectionReference(integrationId, connectionId);
		Answers.required(action, "payload");
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public ConnectionReference connection() {
		return new ConnectionReference(this.integrationId, this.connectionId);
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
		return "AsyncActionWebhook[***]";
	}

}
