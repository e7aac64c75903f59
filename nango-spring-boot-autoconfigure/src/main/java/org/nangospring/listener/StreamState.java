package org.nangospring.listener;

/**
 * Whether a stream may be worked on.
 */
public enum StreamState {

	/** Changes are delivered as they come. */
	ACTIVE,

	/**
	 * A failure has stopped the stream. Nothing is delivered until somebody resumes,
	 * rewinds or rereads it.
	 */
	STOPPED

}
