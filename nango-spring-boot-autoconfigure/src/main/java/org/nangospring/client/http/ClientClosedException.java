package org.nangospring.client.http;

/**
 * A call was made on a client that has been closed, or was under way when that happened.
 */
final class ClientClosedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final boolean underWay;

	private ClientClosedException(boolean underWay) {
		super("the client is closed", null, false, false);
		this.underWay = underWay;
	}

	/**
	 * Nothing was sent.
	 */
	static ClientClosedException before() {
		return new ClientClosedException(false);
	}

	/**
	 * The call may have reached the server.
	 */
	static ClientClosedException underWay() {
		return new ClientClosedException(true);
	}

	boolean isUnderWay() {
		return this.underWay;
	}

}
