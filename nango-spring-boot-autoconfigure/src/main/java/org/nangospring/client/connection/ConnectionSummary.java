package org.nangospring.client.connection;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * A connection as lists show it: without credentials.
 */
public interface ConnectionSummary extends NangoObject {

	/**
	 * Nango's own number for the connection. Calls use {@link #connectionId()}.
	 * @return the number, or null when the server does not tell
	 */
	@Nullable Long id();

	/**
	 * The connection id.
	 * @return the id; together with the integration id it names the connection
	 */
	String connectionId();

	/**
	 * The integration the connection was made with. Nango's older texts call it
	 * {@code providerConfigKey}.
	 * @return the integration id
	 */
	String integrationId();

	/**
	 * The provider.
	 * @return Nango's name for it, for example {@code github}
	 */
	String provider();

	/**
	 * What is wrong with the connection at the moment.
	 * @return the errors; empty when all is well
	 */
	List<ConnectionError> errors();

	/**
	 * Who made the connection. Nango has replaced it with {@link #tags()}.
	 * @return the user, or null when none was given
	 */
	@Nullable EndUser endUser();

	/**
	 * The tags of the connection.
	 * @return the tags by their lower-case keys; empty when there are none
	 */
	Map<String, String> tags();

	/**
	 * The metadata of the connection.
	 * @return the metadata, as maps, lists and scalars; empty when there is none
	 */
	Map<String, @Nullable Object> metadata();

	/**
	 * When the connection was made.
	 * @return the time, or null when the server does not tell
	 */
	@Nullable Instant createdAt();

}
