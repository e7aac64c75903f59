package org.nangospring.client.http;

/**
 * Carries an error answer out of a WebClient pipeline that was opened for streaming.
 */
final class ErrorAnswerException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient RawResponse response;

	ErrorAnswerException(RawResponse response) {
		super(null, null, false, false);
		this.response = response;
	}

	RawResponse response() {
		return this.response;
	}

}
