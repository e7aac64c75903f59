package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * The key is valid but its scopes do not allow the call (403).
 */
public class NangoAccessDeniedException extends NangoApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param error what Nango answered
	 * @param advice what to do about it, or null
	 */
	public NangoAccessDeniedException(FailedCall call, ApiError error, @Nullable String advice) {
		super(call, error, advice);
	}

}
