package org.nangospring.client.connection;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Credentials of a connection made with OAuth 2.
 */
public final class OAuth2Credentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "OAUTH2";

	OAuth2Credentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * The access token.
	 * @return the token
	 */
	public String accessToken() {
		return required("access_token");
	}

	/**
	 * The refresh token.
	 * @return the token, or null when it was not asked for with
	 * {@link ConnectionOptions#includeRefreshToken()} or there is none
	 */
	public @Nullable String refreshToken() {
		return text("refresh_token");
	}

	/**
	 * When the access token expires.
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

	@Override
	public String token() {
		return accessToken();
	}

}
