package org.nangospring.listener;

/**
 * A failure has stopped a stream. Nothing more of it is delivered until somebody resumes,
 * rewinds or rereads it through {@link NangoRecordListeners}. Published once, by the
 * instance where it happened.
 *
 * @param stream the stream
 * @param failure why
 */
public record RecordStreamStopped(RecordStreamId stream, StreamFailure failure) implements RecordStreamEvent {
}
