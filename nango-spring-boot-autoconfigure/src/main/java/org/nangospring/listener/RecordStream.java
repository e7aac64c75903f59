package org.nangospring.listener;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How things stand with a stream.
 */
public interface RecordStream {

	/**
	 * The stream.
	 * @return its id
	 */
	RecordStreamId id();

	/**
	 * What this instance does about the stream at the moment.
	 * @return the activity
	 */
	StreamActivity activity();

	/**
	 * How far the listener has come, as this instance saw it last.
	 * @return the position, or null before this instance has worked on the stream
	 */
	@Nullable StreamPosition position();

	/**
	 * Since when there has been something to deliver: when the oldest change was made
	 * that is known and not delivered yet.
	 * @return the time, or null when nothing is known to be left
	 */
	@Nullable Instant behindSince();

	/**
	 * Why it is being tried again, or was stopped.
	 * @return the failure, or null when all is well
	 */
	@Nullable StreamFailure problem();

}
