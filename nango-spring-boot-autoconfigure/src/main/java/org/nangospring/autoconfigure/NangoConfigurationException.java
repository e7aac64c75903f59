package org.nangospring.autoconfigure;

import org.jspecify.annotations.Nullable;

/**
 * What is configured cannot make a client. The message never holds a key.
 */
public class NangoConfigurationException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final @Nullable String property;

	private final String problem;

	/**
	 * Creates the exception.
	 * @param property the property that is to blame, or null when none is
	 * @param problem what is wrong, in a sentence
	 */
	public NangoConfigurationException(@Nullable String property, String problem) {
		super((property != null) ? property + ": " + problem : problem);
		this.property = property;
		this.problem = problem;
	}

	/**
	 * The property that is to blame.
	 * @return its name, or null when the value does not come from a property
	 */
	public @Nullable String getProperty() {
		return this.property;
	}

	/**
	 * What is wrong.
	 * @return a sentence
	 */
	public String getProblem() {
		return this.problem;
	}

}
