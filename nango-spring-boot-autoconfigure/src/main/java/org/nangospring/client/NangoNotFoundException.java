package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * What the call names does not exist. Nango answers that with 404 on some endpoints and
 * with 400 on others; both end here.
 */
public class NangoNotFoundException extends NangoApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param error what Nango answered
	 * @param advice what to do about it, or null
	 */
	public NangoNotFoundException(FailedCall call, ApiError error, @Nullable String advice) {
		super(call, error, advice);
	}

}
