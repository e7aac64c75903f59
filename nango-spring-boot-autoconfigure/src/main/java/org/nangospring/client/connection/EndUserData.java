package org.nangospring.client.connection;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record EndUserData(String id, @Nullable String email, @Nullable String displayName, Map<String, @Nullable Object> tags,
		@Nullable OrganizationData organization,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements EndUser {

	EndUserData {
		Answers.required(id, "end_user.id");
		tags = Answers.map(tags);
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Without what is known about the person.
	 */
	@Override
	public String toString() {
		return "EndUser[id=" + this.id + "]";
	}

	@JsonNaming(SnakeCaseStrategy.class)
	record OrganizationData(String id, @Nullable String displayName,
			@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements Organization {

		OrganizationData {
			Answers.required(id, "end_user.organization.id");
			additionalProperties = Answers.map(additionalProperties);
		}

		@Override
		public String toString() {
			return "Organization[id=" + this.id + "]";
		}

	}

}
