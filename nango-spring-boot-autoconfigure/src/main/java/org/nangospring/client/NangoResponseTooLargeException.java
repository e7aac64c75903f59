package org.nangospring.client;

/**
 * An answer came that is larger than the client is willing to hold in memory
 * ({@code nango.max-in-memory-size}, 16 MB unless set). Ask for less at once, or stream
 * it where that is possible.
 */
public class NangoResponseTooLargeException extends NangoResponseException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param call the call that failed
	 * @param limit the bytes that are held at most
	 */
	public NangoResponseTooLargeException(FailedCall call, int limit) {
		super(call, null, "the answer is larger than " + limit
				+ " bytes. Ask for less at once, or raise nango.max-in-memory-size.");
	}

}
