package org.nangospring.client.connection;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A connection with its credentials.
 */
public interface Connection extends ConnectionSummary {

	/**
	 * The configuration that the user gave while connecting, for example a subdomain.
	 * @return the configuration, as maps, lists and scalars; may hold secrets; empty when
	 * there is none
	 */
	Map<String, @Nullable Object> connectionConfig();

	/**
	 * Where webhooks about this connection go instead of the environment's address.
	 * @return a URL, or null when they go where all go
	 */
	@Nullable String webhookUrlOverride();

	/**
	 * When the connection was last changed.
	 * @return the time, or null when the server does not tell
	 */
	@Nullable Instant updatedAt();

	/**
	 * When the credentials were last asked for.
	 * @return the time, or null when the server does not tell
	 */
	@Nullable Instant lastFetchedAt();

	/**
	 * The credentials, refreshed if they had expired.
	 * @return the credentials; {@link NoCredentials} when there are none to see
	 */
	Credentials credentials();

}
