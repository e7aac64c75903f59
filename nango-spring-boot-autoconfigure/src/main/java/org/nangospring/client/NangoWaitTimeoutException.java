package org.nangospring.client;

import java.time.Duration;

/**
 * What was waited for did not happen in time. Waiting again is possible. The last
 * question is given a quarter of a second even if less is left.
 */
public class NangoWaitTimeoutException extends NangoException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param call the wait that ended
	 * @param timeout how long was waited
	 * @param message what did not happen, and why that may be
	 */
	public NangoWaitTimeoutException(FailedCall call, Duration timeout, String message) {
		super(call, message + " Waited for " + timeout + ".", null);
	}

}
