package org.nangospring.client.environment;

import org.nangospring.client.NangoObject;

/**
 * A variable of the environment that functions can read.
 */
public interface EnvironmentVariable extends NangoObject {

	/**
	 * The name.
	 * @return the name
	 */
	String name();

	/**
	 * The value, which may be a secret and is not shown by {@code toString}.
	 * @return the value
	 */
	String value();

}
