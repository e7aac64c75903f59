package org.nangospring.webhook;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record WebhookErrorData(String type, String description, @Nullable Object payload,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements WebhookError {

	WebhookErrorData {
		type = (type != null) ? type : "";
		description = (description != null) ? description : "";
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Without what a script reported, which is the user's own.
	 */
	@Override
	public String toString() {
		return "WebhookError[type=" + this.type + "]";
	}

}
