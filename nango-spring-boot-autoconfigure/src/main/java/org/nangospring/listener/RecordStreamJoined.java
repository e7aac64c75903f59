package org.nangospring.listener;

/**
 * This instance has begun to look after a stream, after its start or because a connection
 * was made or chosen.
 *
 * @param stream the stream
 */
public record RecordStreamJoined(RecordStreamId stream) implements RecordStreamEvent {
}
