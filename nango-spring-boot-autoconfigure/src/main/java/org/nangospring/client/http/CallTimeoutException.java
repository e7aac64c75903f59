package org.nangospring.client.http;

/**
 * The limit on a whole call has passed.
 */
final class CallTimeoutException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CallTimeoutException() {
		super("call timeout", null, false, false);
	}

}
