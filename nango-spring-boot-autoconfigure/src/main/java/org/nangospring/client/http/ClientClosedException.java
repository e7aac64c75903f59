package org.nangospring.client.http;

/**
 * A call was made on a client that has been closed.
 */
final class ClientClosedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ClientClosedException() {
		super("the client is closed", null, false, false);
	}

}
