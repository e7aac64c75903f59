package org.nangospring.sample.failure;

/**
 * Something that a person typed cannot be used. Nothing was sent.
 */
public class InvalidInputException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong, for the person who typed it
	 */
	public InvalidInputException(String message) {
		super(message);
	}

}
