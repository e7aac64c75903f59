package org.nangospring.autoconfigure.health;

/**
 * A check took too long.
 */
final class CheckTimeoutException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	CheckTimeoutException() {
		super("there was no answer within the " + NangoHealthCheck.LIMIT.toSeconds() + " seconds of a check");
	}

}
