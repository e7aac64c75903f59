package org.nangospring.client.connection;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Credentials that are exchanged for a token.
 */
public final class TwoStepCredentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "TWO_STEP";

	TwoStepCredentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * The token.
	 * @return the token, or null when Nango has none yet
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

	/**
	 * The answer of the provider to the request for a token.
	 * @return the fields; empty when Nango sent none
	 */
	public Map<String, @Nullable Object> raw() {
		return map("raw");
	}

}
