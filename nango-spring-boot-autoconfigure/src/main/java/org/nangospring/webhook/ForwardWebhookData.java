package org.nangospring.webhook;

import java.util.Map;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpHeaders;

@JsonIgnoreProperties(ForwardWebhookData.PAYLOAD)
record ForwardWebhookData(
		@JacksonInject(useInput = OptBoolean.FALSE) @JsonProperty(WebhookDelivery.PROPERTY) WebhookDelivery delivery,
		String from, String type, @Nullable String connectionId,
		@JsonProperty("providerConfigKey") String integrationId,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements ForwardWebhook {

	static final String TYPE = "forward";

	static final String PAYLOAD = "payload";

	ForwardWebhookData {
		Arguments.id(integrationId, "integration id");
		if (connectionId != null) {
			Arguments.id(connectionId, "connection id");
		}
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public @Nullable ConnectionReference connection() {
		return (this.connectionId != null) ? new ConnectionReference(this.integrationId, this.connectionId) : null;
	}

	@Override
	public <T> @Nullable T payload(Class<T> payloadType) {
		return this.delivery.read("/" + PAYLOAD, payloadType);
	}

	@Override
	public <T> @Nullable T payload(ParameterizedTypeReference<T> payloadType) {
		return this.delivery.read("/" + PAYLOAD, payloadType.getType());
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
		return "ForwardWebhook[***]";
	}

}
