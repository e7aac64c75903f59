package org.nangospring.client.http;

/**
 * What was to be sent could not be read. Not a failure of the connection, although it
 * ends one.
 */
final class RequestBodyException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	RequestBodyException(Throwable cause) {
		super(null, cause, false, false);
	}

}
