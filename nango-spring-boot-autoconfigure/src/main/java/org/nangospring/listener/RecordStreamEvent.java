package org.nangospring.listener;

/**
 * Something has become of a stream. Published as an event of the application; listen with
 * {@code @EventListener}.
 */
public sealed interface RecordStreamEvent permits RecordStreamJoined, RecordStreamStopped, RecordStreamLeft {

	/**
	 * The stream.
	 * @return its id
	 */
	RecordStreamId stream();

}
