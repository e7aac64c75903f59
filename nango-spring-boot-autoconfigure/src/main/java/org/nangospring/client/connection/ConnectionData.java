package org.nangospring.client.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record ConnectionData(@Nullable Long id, String connectionId, @JsonProperty("provider_config_key") String integrationId,
		String provider, @JsonProperty("errors") List<ConnectionErrorData> connectionErrors,
		@Nullable EndUserData endUser, Map<String, String> tags, Map<String, @Nullable Object> metadata,
		Map<String, @Nullable Object> connectionConfig, @Nullable String webhookUrlOverride,
		@Nullable Instant createdAt, @Nullable Instant updatedAt, @Nullable Instant lastFetchedAt,
		Credentials credentials,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements Connection {

	ConnectionData {
		Answers.required(connectionId, "connection_id");
		Answers.required(integrationId, "provider_config_key");
		Answers.required(provider, "provider");
		connectionErrors = Answers.list(connectionErrors);
		tags = Answers.values(tags);
		metadata = Answers.map(metadata);
		connectionConfig = Answers.map(connectionConfig);
		credentials = (credentials != null) ? credentials : Credentials.of(Map.of());
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public List<ConnectionError> errors() {
		return List.copyOf(this.connectionErrors);
	}

	/**
	 * Metadata and configuration are the user's own and may hold secrets.
	 */
	@Override
	public String toString() {
		return "Connection[connectionId=" + this.connectionId + ", integrationId=" + this.integrationId + ", provider="
				+ this.provider + ", credentials=" + this.credentials + "]";
	}

}
