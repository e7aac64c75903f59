package org.nangospring.client.connection;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A user name and a password.
 */
public final class BasicCredentials extends Credentials {

	/** Nango's name for this type. */
	public static final String TYPE = "BASIC";

	BasicCredentials(Map<String, @Nullable Object> attributes) {
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

}
