package org.nangospring.client.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record ConnectionSummaryData(@Nullable Long id, String connectionId,
		@JsonProperty("provider_config_key") String integrationId, String provider,
		@JsonProperty("errors") List<ConnectionErrorData> connectionErrors, @Nullable EndUserData endUser,
		Map<String, String> tags, Map<String, @Nullable Object> metadata,
		@JsonProperty("created") @JsonAlias("created_at") @Nullable Instant createdAt,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements ConnectionSummary {

	ConnectionSummaryData {
		Answers.required(connectionId, "connection_id");
		Answers.required(integrationId, "provider_config_key");
		Answers.required(provider, "provider");
		connectionErrors = Answers.list(connectionErrors);
		tags = Answers.values(tags);
		metadata = Answers.map(metadata);
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public List<ConnectionError> errors() {
		return List.copyOf(this.connectionErrors);
	}

	/**
	 * Metadata is the user's own and may hold secrets.
	 */
	@Override
	public String toString() {
		return "ConnectionSummary[connectionId=" + this.connectionId + ", integrationId=" + this.integrationId
				+ ", provider=" + this.provider + "]";
	}

	record Many(List<ConnectionSummaryData> connections) {

		Many {
			Answers.required(connections, "connections");
		}

	}

}
