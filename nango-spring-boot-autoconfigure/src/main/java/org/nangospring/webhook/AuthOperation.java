package org.nangospring.webhook;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What happened to the access to a connection. Values that Nango adds later are kept as
 * they are, so compare with the constants and expect others.
 *
 * @param value Nango's name for it in lower case
 */
public record AuthOperation(@JsonValue String value) {

	/** The connection was made. */
	public static final AuthOperation CREATION = new AuthOperation("creation");

	/** The user has connected again: the connection has new credentials. */
	public static final AuthOperation OVERRIDE = new AuthOperation("override");

	/** The credentials were to be refreshed. Nango tells when that failed. */
	public static final AuthOperation REFRESH = new AuthOperation("refresh");

	/**
	 * Creates an operation.
	 * @param value Nango's name for it
	 */
	@JsonCreator
	public AuthOperation {
		value = value.toLowerCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
