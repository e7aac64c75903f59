package org.nangospring.client.connection;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Credentials of a connection made with the client credentials flow of OAuth 2.
 */
public final class OAuth2ClientCredentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "OAUTH2_CC";

	OAuth2ClientCredentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * The access token.
	 * @return the token
	 */
	@Override
	public String token() {
		return required("token");
	}

	/**
	 * The client id.
	 * @return the id
	 */
	public String clientId() {
		return required("client_id");
	}

	/**
	 * The client secret.
	 * @return the secret
	 */
	public String clientSecret() {
		return required("client_secret");
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
