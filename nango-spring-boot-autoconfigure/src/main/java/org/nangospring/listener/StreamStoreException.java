package org.nangospring.listener;

import org.jspecify.annotations.Nullable;

/**
 * The store of positions cannot be reached or does not work. The stream is tried again
 * later, from the position that was saved last.
 */
public class StreamStoreException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param message what happened, and what to do about it
	 * @param cause why, or null
	 */
	public StreamStoreException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
