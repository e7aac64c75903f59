package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * An action ran and failed. {@link #error()} holds what its script reported as
 * {@link ApiError#payload() payload}.
 */
public class NangoActionException extends NangoApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param error what Nango answered
	 * @param advice what to do about it, or null
	 */
	public NangoActionException(FailedCall call, ApiError error, @Nullable String advice) {
		super(call, error, advice);
	}

}
