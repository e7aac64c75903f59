package org.nangospring.client.environment;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record WebhookSigningKeyData(@JsonProperty("webhook_signing_key") String value,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements WebhookSigningKey {

	WebhookSigningKeyData {
		Answers.required(value, "webhook_signing_key");
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public String toString() {
		return "WebhookSigningKey[***]";
	}

	record One(WebhookSigningKeyData data) {

		One {
			Answers.required(data, "data");
		}

	}

}
