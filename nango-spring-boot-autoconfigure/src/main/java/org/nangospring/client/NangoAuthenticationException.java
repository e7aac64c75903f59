package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * Nango does not accept the secret key (401).
 */
public class NangoAuthenticationException extends NangoApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param error what Nango answered
	 * @param advice what to do about it, or null
	 */
	public NangoAuthenticationException(FailedCall call, ApiError error, @Nullable String advice) {
		super(call, error, advice);
	}

}
