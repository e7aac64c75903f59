package org.nangospring.client.connection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An API key.
 */
public final class ApiKeyCredentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "API_KEY";

	ApiKeyCredentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * The key.
	 * @return the key
	 */
	public String apiKey() {
		return required("apiKey");
	}

	@Override
	public String token() {
		return apiKey();
	}

}
