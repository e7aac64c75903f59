package org.nangospring.webhook;

/**
 * A webhook is not JSON, or its payload does not fit the type it is to be read as. The
 * message never holds any of the payload.
 */
public class NangoWebhookFormatException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what is wrong, without values of the payload
	 */
	public NangoWebhookFormatException(String message) {
		super(message);
	}

}
