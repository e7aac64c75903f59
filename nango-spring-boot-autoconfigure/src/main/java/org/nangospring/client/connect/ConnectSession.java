package org.nangospring.client.connect;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * A session in which a user connects an account. Token and link let whoever has them
 * connect on behalf of that user, so {@code toString} shows neither.
 */
public interface ConnectSession extends NangoObject {

	/**
	 * The token for Nango's frontend.
	 * @return the token
	 */
	String token();

	/**
	 * Where the user can connect without a frontend of the application.
	 * @return a URL that holds the token, or null when the server is too old to tell
	 */
	@Nullable String connectLink();

	/**
	 * When the session ends.
	 * @return the time
	 */
	@Nullable Instant expiresAt();

}
