package org.nangospring.client.environment;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * An API key of an environment, as Nango shows it once: when it is created.
 */
public interface ApiKey extends NangoObject {

	/**
	 * The number of the key, by which it is deleted.
	 * @return the number
	 */
	long id();

	/**
	 * The name to show to people.
	 * @return the name
	 */
	String displayName();

	/**
	 * What the key may do.
	 * @return the scopes, for example {@code environment:*}
	 */
	List<String> scopes();

	/**
	 * The key itself, which {@code toString} does not show.
	 * @return the secret
	 */
	String secret();

	/**
	 * When the key was created.
	 * @return the time, or null when the server does not tell
	 */
	@Nullable Instant createdAt();

}
