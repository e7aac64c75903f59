package org.nangospring.listener;

/**
 * A position cannot be saved, because somebody else works on the stream by now or has
 * changed its position. What was delivered since the last save comes again, to whoever
 * works on the stream.
 */
public class StaleLeaseException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * Creates the exception.
	 * @param stream the stream
	 */
	public StaleLeaseException(RecordStreamId stream) {
		super("The position of " + stream + " was not saved: its lease ran out, or somebody has changed the position."
				+ " If this happens often, the listener takes longer than the lease lasts without being renewed, or"
				+ " the application was paused.");
	}

}
