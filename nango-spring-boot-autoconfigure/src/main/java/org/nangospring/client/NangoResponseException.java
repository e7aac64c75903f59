package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * An answer came that cannot be used: it is not JSON, is empty, does not fit the expected
 * type, is a redirect, or is larger than the client is willing to hold in memory.
 */
public class NangoResponseException extends NangoException {

	private static final long serialVersionUID = 1L;

	private final @Nullable Integer status;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param status the HTTP status of the answer, or null when not known
	 * @param message what is wrong with the answer, and what to do about it
	 */
	public NangoResponseException(FailedCall call, @Nullable Integer status, String message) {
		super(call, message, null);
		this.status = status;
	}

	@Override
	public @Nullable Integer status() {
		return this.status;
	}

}
