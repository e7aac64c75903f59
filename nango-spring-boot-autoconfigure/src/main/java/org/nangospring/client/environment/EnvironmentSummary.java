package org.nangospring.client.environment;

import org.nangospring.client.NangoObject;

/**
 * An environment of an account.
 */
public interface EnvironmentSummary extends NangoObject {

	/**
	 * The number of the environment.
	 * @return the number
	 */
	long id();

	/**
	 * The name.
	 * @return the name
	 */
	String name();

}
