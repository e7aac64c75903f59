package org.nangospring.sample.connection;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.connection.Connection;

/**
 * A connection in detail. Of its credentials only the type is taken over, and of its
 * configuration nothing, since both may hold secrets.
 *
 * @param connection what a list shows as well
 * @param credentialType the type of the credentials, for example {@code OAUTH2}
 * @param metadata the metadata
 * @param updatedAt when it was changed last, or null
 * @param lastFetchedAt when its credentials were asked for last, or null
 */
public record ConnectionDetail(ConnectionView connection, String credentialType, Map<String, Object> metadata,
		@Nullable Instant updatedAt, @Nullable Instant lastFetchedAt) {

	static ConnectionDetail of(Connection connection) {
		return new ConnectionDetail(ConnectionView.of(connection), connection.credentials().type(),
				connection.metadata(), connection.updatedAt(), connection.lastFetchedAt());
	}

}
