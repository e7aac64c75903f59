package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * Too many calls (429). {@link #retryAfter()} says how long to wait.
 */
public class NangoRateLimitException extends NangoApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param error what Nango answered
	 * @param advice what to do about it, or null
	 */
	public NangoRateLimitException(FailedCall call, ApiError error, @Nullable String advice) {
		super(call, error, advice);
	}

}
