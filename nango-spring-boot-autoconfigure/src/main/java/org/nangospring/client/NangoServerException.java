package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * Nango failed to answer (5xx).
 */
public class NangoServerException extends NangoApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param error what Nango answered
	 * @param advice what to do about it, or null
	 */
	public NangoServerException(FailedCall call, ApiError error, @Nullable String advice) {
		super(call, error, advice);
	}

}
