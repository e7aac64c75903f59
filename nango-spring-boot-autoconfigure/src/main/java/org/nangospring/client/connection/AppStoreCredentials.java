package org.nangospring.client.connection;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Credentials for the App Store.
 */
public final class AppStoreCredentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "APP_STORE";

	AppStoreCredentials(Map<String, @Nullable Object> attributes) {
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
	 * The private key.
	 * @return the key, or null when Nango sent none
	 */
	public @Nullable String privateKey() {
		return text("private_key");
	}

	/**
	 * When the access token expires.
	 * @return the time, or null when it does not expire
	 */
	public @Nullable Instant expiresAt() {
		return instant("expires_at");
	}

	/**
	 * What Nango stores besides.
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
