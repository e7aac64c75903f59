package org.nangospring.client.http;

/**
 * Says why a complete answer cannot be used. Readers throw it; the executors turn it into
 * a {@link org.nangospring.client.NangoResponseException} that knows the call. The
 * message must not hold values of the body.
 */
public final class UnusableAnswerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong with the answer, without values of its body
	 */
	public UnusableAnswerException(String message) {
		super(message, null, false, false);
	}

	String reason() {
		String message = getMessage();
		return (message != null) ? message : "the answer cannot be used";
	}

}
