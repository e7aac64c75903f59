package org.nangospring.client.http;

import org.nangospring.client.NangoAttempt;
import org.nangospring.client.NangoInterceptor;

/**
 * Adds the same header to every request.
 */
public final class FixedHeader implements NangoInterceptor {

	private final String name;

	private final String value;

	/**
	 * Creates the interceptor.
	 * @param name the name of the header
	 * @param value its value
	 * @throws IllegalArgumentException if the name or the value cannot be sent, or the
	 * name is one of those that steer HTTP or Nango
	 */
	public FixedHeader(String name, String value) {
		AddedHeader.check(name, value);
		this.name = name;
		this.value = value;
	}

	@Override
	public void beforeAttempt(NangoAttempt attempt) {
		attempt.header(this.name, this.value);
	}

	@Override
	public String toString() {
		return "FixedHeader[" + this.name + "]";
	}

}
