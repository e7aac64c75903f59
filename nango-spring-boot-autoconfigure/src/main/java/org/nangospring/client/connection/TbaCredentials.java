package org.nangospring.client.connection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Credentials of token-based authentication (NetSuite). There is no single token:
 * requests are signed.
 */
public final class TbaCredentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "TBA";

	TbaCredentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * The id of the token.
	 * @return the id
	 */
	public String tokenId() {
		return required("token_id");
	}

	/**
	 * The secret of the token.
	 * @return the secret
	 */
	public String tokenSecret() {
		return required("token_secret");
	}

	/**
	 * The client id and secret that are used instead of those of the integration.
	 * @return the fields {@code client_id} and {@code client_secret}; empty when there
	 * are none
	 */
	public Map<String, @Nullable Object> configOverride() {
		return map("config_override");
	}

}
