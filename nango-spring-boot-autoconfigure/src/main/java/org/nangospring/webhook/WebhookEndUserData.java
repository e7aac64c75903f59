package org.nangospring.webhook;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record WebhookEndUserData(@JsonProperty("endUserId") String id, @JsonProperty("endUserEmail") @Nullable String email,
		@Nullable String organizationId, Map<String, @Nullable Object> tags,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements WebhookEndUser {

	WebhookEndUserData {
		Answers.required(id, "endUser.endUserId");
		tags = Answers.map(tags);
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Without what is known about the person.
	 */
	@Override
	public String toString() {
		return "WebhookEndUser[***]";
	}

}
