package org.nangospring.client.http;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoResponseException;

/**
 * Says why a complete answer cannot be used. Readers throw it; the executors turn it into
 * a {@link org.nangospring.client.NangoResponseException} that knows the call. The
 * message must not hold values of the body.
 */
public class UnusableAnswerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong with the answer, without values of its body
	 */
	public UnusableAnswerException(String message) {
		super(message, null, false, false);
	}

	/**
	 * Makes the exception for callers.
	 * @param call the call that failed
	 * @param status the HTTP status of the answer, or null when it is not known
	 * @param reason the message, without secrets
	 * @return the exception
	 */
	protected NangoResponseException toNangoException(FailedCall call, @Nullable Integer status, String reason) {
		return new NangoResponseException(call, status, reason);
	}

	String reason() {
		String message = getMessage();
		return (message != null) ? message : "the answer cannot be used";
	}

}
