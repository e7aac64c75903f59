package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * No complete answer came: the connection failed, broke or took too long, or the calling
 * thread was interrupted. {@link #reason()} says which.
 */
public class NangoTransportException extends NangoException {

	private static final long serialVersionUID = 1L;

	private final Reason reason;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param reason what happened
	 * @param message what happened in words, and what to do about it
	 * @param cause the failure underneath, or null
	 */
	public NangoTransportException(FailedCall call, Reason reason, String message, @Nullable Throwable cause) {
		super(call, message, cause);
		this.reason = reason;
	}

	/**
	 * What happened.
	 * @return the reason
	 */
	public Reason reason() {
		return this.reason;
	}

	/**
	 * Why no complete answer came.
	 */
	public enum Reason {

		/**
		 * No connection could be made, be it that the HTTP proxy of the network made
		 * none, so the server never saw the call.
		 */
		CONNECT,

		/** The TLS handshake failed, so the server never saw the call. */
		TLS,

		/** All connections of the pool were busy for too long; nothing was sent. */
		POOL,

		/** The connection broke before the answer was complete. */
		RESET,

		/** The answer did not come in time. */
		TIMEOUT,

		/** The thread that waited for the answer was interrupted. */
		INTERRUPTED,

		/** The client was closed. */
		CLOSED

	}

}
