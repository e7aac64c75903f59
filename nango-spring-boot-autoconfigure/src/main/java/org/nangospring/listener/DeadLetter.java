package org.nangospring.listener;

import java.time.Instant;

/**
 * A change that could not be delivered and was put aside.
 *
 * @param stream the stream it is from
 * @param record the record as Nango sent it
 * @param failure why it could not be delivered
 * @param attempts how often the listener was called; 0 when the record does not fit the
 * type
 * @param parkedAt when it was put aside
 */
public record DeadLetter(RecordStreamId stream, FailedRecord record, StreamFailure failure, int attempts,
		Instant parkedAt) {
}
