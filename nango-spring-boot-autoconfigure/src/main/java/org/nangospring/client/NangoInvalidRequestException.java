package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * Nango refuses the request as it is (400, 409, 413, 415, 422). {@link #fieldErrors()}
 * says what is wrong where Nango does.
 */
public class NangoInvalidRequestException extends NangoApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param error what Nango answered
	 * @param advice what to do about it, or null
	 */
	public NangoInvalidRequestException(FailedCall call, ApiError error, @Nullable String advice) {
		super(call, error, advice);
	}

}
