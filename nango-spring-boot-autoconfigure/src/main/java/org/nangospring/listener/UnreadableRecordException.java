package org.nangospring.listener;

/**
 * A record does not fit the type of its listener. The message names the place in the
 * record, never the value there.
 */
public class UnreadableRecordException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what does not fit, without values of the record
	 */
	public UnreadableRecordException(String message) {
		super(message);
	}

}
