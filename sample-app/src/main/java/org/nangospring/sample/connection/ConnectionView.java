package org.nangospring.sample.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.connection.ConnectionError;
import org.nangospring.client.connection.ConnectionSummary;
import org.nangospring.client.connection.EndUser;

/**
 * A connection as it stands in a list.
 *
 * @param integrationId the integration id
 * @param connectionId the connection id
 * @param provider Nango's name of the provider
 * @param tags the tags
 * @param errors what is wrong with it, such as {@code auth}; empty when all is well
 * @param user who made it, or null
 * @param createdAt when it was made, or null
 */
public record ConnectionView(String integrationId, String connectionId, String provider, Map<String, String> tags,
		List<String> errors, @Nullable String user, @Nullable Instant createdAt) {

	static ConnectionView of(ConnectionSummary connection) {
		return new ConnectionView(connection.integrationId(), connection.connectionId(), connection.provider(),
				connection.tags(), connection.errors().stream().map(ConnectionError::type).toList(),
				user(connection.endUser()), connection.createdAt());
	}

	private static @Nullable String user(@Nullable EndUser user) {
		if (user == null) {
			return null;
		}
		String name = user.displayName();
		return (name != null) ? name : user.id();
	}

}
