package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * The credentials that Nango stores for a connection no longer work: the provider refused
 * to refresh them, or Nango still waits after such a refusal. The user has to connect
 * again.
 */
public class NangoCredentialsException extends NangoApiException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param error what Nango answered
	 * @param advice what to do about it, or null
	 */
	public NangoCredentialsException(FailedCall call, ApiError error, @Nullable String advice) {
		super(call, error, advice);
	}

}
