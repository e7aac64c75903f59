package org.nangospring.client.connection;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Credentials from which Nango makes JSON Web Tokens.
 */
public final class JwtCredentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "JWT";

	JwtCredentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
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
	 * The id of the private key.
	 * @return the id, or null when there is none
	 */
	public @Nullable String privateKeyId() {
		return text("privateKeyId");
	}

	/**
	 * The id of the issuer.
	 * @return the id, or null when there is none
	 */
	public @Nullable String issuerId() {
		return text("issuerId");
	}

	/**
	 * The private key.
	 * @return a text, or a map with {@code id} and {@code secret}; null when Nango sent
	 * none
	 */
	public @Nullable Object privateKey() {
		return attributes().get("privateKey");
	}

	/**
	 * When the token expires.
	 * @return the time, or null when it does not expire
	 */
	public @Nullable Instant expiresAt() {
		return instant("expires_at");
	}

}
