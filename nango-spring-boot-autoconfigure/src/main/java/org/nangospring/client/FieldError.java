package org.nangospring.client;

import java.io.Serializable;

/**
 * One thing that Nango found wrong with a request.
 */
public final class FieldError implements Serializable {

	private static final long serialVersionUID = 1L;

	private final String path;

	private final String code;

	private final String message;

	/**
	 * Creates the error.
	 * @param path where in the request, with dots between the parts; empty for the whole
	 * request
	 * @param code Nango's code for it, for example {@code invalid_type}
	 * @param message what is wrong
	 */
	public FieldError(String path, String code, String message) {
		this.path = path;
		this.code = code;
		this.message = message;
	}

	/**
	 * Where in the request.
	 * @return the path with dots between its parts; empty for the whole request
	 */
	public String path() {
		return this.path;
	}

	/**
	 * Nango's code for it.
	 * @return the code, for example {@code invalid_type}
	 */
	public String code() {
		return this.code;
	}

	/**
	 * What is wrong.
	 * @return the message
	 */
	public String message() {
		return this.message;
	}

	@Override
	public String toString() {
		return this.path.isEmpty() ? this.message : this.path + ": " + this.message;
	}

}
