package org.nangospring.listener;

/**
 * A stream is no longer looked after, because its connection was deleted in Nango or is
 * no longer chosen. Each instance publishes it.
 *
 * @param stream the stream
 * @param reason why
 */
public record RecordStreamLeft(RecordStreamId stream, Reason reason) implements RecordStreamEvent {

	/**
	 * Why a stream is no longer looked after.
	 */
	public enum Reason {

		/**
		 * Nango does not list the connection any more. Its position is forgotten once
		 * Nango, asked for the connection itself, says that there is none; until then it
		 * is kept, in case it comes back.
		 */
		DELETED,

		/**
		 * The listener's selection leaves the connection out. Its position is kept, in
		 * case it comes back.
		 */
		NOT_SELECTED

	}

}
