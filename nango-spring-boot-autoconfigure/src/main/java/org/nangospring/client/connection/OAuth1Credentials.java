package org.nangospring.client.connection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Credentials of a connection made with OAuth 1. There is no single token: requests are
 * signed.
 */
public final class OAuth1Credentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "OAUTH1";

	OAuth1Credentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * The token.
	 * @return the token
	 */
	public String oauthToken() {
		return required("oauth_token");
	}

	/**
	 * The secret of the token.
	 * @return the secret
	 */
	public String oauthTokenSecret() {
		return required("oauth_token_secret");
	}

	/**
	 * The answer of the provider to the request for a token.
	 * @return the fields; empty when Nango sent none
	 */
	public Map<String, @Nullable Object> raw() {
		return map("raw");
	}

}
