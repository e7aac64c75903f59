package org.nangospring.webhook;

import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

import org.springframework.http.HttpHeaders;

record AuthWebhookData(
		@JacksonInject(useInput = OptBoolean.FALSE) @JsonProperty(WebhookDelivery.PROPERTY) WebhookDelivery delivery,
		String from, String type, String connectionId, @JsonProperty("providerConfigKey") String integrationId,
		AuthOperation operation, Boolean success, @Nullable WebhookErrorData error, Map<String, String> tags,
		@Nullable WebhookEndUserData endUser, @Nullable String provider, @Nullable String authMode,
		@Nullable String environment,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements AuthWebhook {

	static final String TYPE = "auth";

	private static final Set<AuthOperation> KNOWN = Set.of(AuthOperation.CREATION, AuthOperation.OVERRIDE,
			AuthOperation.REFRESH);

	AuthWebhookData {
		new ConnectionReference(integrationId, connectionId);
		Answers.required(operation, "operation");
		Answers.required(success, "success");
		tags = Answers.values(tags);
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public ConnectionReference connection() {
		return new ConnectionReference(this.integrationId, this.connectionId);
	}

	@Override
	public boolean isSuccess() {
		return this.success;
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
	 * Spring names arguments of listeners that fail in its messages. Only a known
	 * operation is shown: others can be anybody's text.
	 */
	@Override
	public String toString() {
		return "AuthWebhook[operation=" + (KNOWN.contains(this.operation) ? this.operation : "***") + ", success="
				+ this.success + "]";
	}

}
