package org.nangospring.benchmark.calls;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What an application that calls Nango by hand would decode a connection into.
 */
@JsonNaming(SnakeCaseStrategy.class)
record ConnectionAnswer(Long id, String connectionId, String providerConfigKey, String provider, List<Object> errors,
		@Nullable Map<String, Object> endUser, Map<String, String> tags, Map<String, Object> metadata,
		Map<String, Object> connectionConfig, @Nullable String webhookUrlOverride, Instant createdAt, Instant updatedAt,
		Instant lastFetchedAt, Credentials credentials) {

	@JsonNaming(SnakeCaseStrategy.class)
	record Credentials(String type, String accessToken, Instant expiresAt, Map<String, Object> raw) {

	}

}
