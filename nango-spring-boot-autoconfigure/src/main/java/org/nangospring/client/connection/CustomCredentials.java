package org.nangospring.client.connection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Credentials of a kind that only one provider has.
 */
public final class CustomCredentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "CUSTOM";

	CustomCredentials(Map<String, @Nullable Object> attributes) {
		super(attributes);
	}

	/**
	 * What Nango stores.
	 * @return the fields; empty when Nango sent none
	 */
	public Map<String, @Nullable Object> raw() {
		return map("raw");
	}

}
