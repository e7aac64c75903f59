package org.nangospring.client.connection;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A user name and a password from which Nango makes signed tokens.
 */
public final class SignatureCredentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "SIGNATURE";

	SignatureCredentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * The user name.
	 * @return the name
	 */
	public String username() {
		return required("username");
	}

	/**
	 * The password.
	 * @return the password
	 */
	public String password() {
		return required("password");
	}

	/**
	 * The token.
	 * @return the token, or null when Nango has made none yet
	 */
	@Override
	public @Nullable String token() {
		return text("token");
	}

	/**
	 * When the token expires.
	 * @return the time, or null when it does not expire
	 */
	public @Nullable Instant expiresAt() {
		return instant("expires_at");
	}

}
