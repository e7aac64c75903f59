package org.nangospring.listener;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nangospring.webhook.NangoWebhook;

/**
 * The record listeners of the application: what they are doing, and what can be done
 * about it. Inject it where streams are to be watched, resumed or read again.
 */
public interface NangoRecordListeners {

	/**
	 * The listeners.
	 * @return their ids
	 */
	Set<String> ids();

	/**
	 * Adds a listener, as the annotation does. It begins at once if the others have and
	 * it is one that begins by itself.
	 * @param definition the listener
	 * @throws IllegalStateException if there is one with the same id
	 */
	void register(RecordListenerDefinition<?> definition);

	/**
	 * Lets a listener begin or go on. Does nothing if it has.
	 * @param listenerId the id of the listener
	 * @throws IllegalArgumentException if there is no such listener
	 */
	void start(String listenerId);

	/**
	 * Lets a listener pause in this instance: it finishes the batches in hand and is
	 * given no more.
	 * @param listenerId the id of the listener
	 * @throws IllegalArgumentException if there is no such listener
	 */
	void stop(String listenerId);

	/**
	 * Whether a listener is at work in this instance.
	 * @param listenerId the id of the listener
	 * @return whether it is
	 * @throws IllegalArgumentException if there is no such listener
	 */
	boolean isRunning(String listenerId);

	/**
	 * The streams that this instance looks after, as it knows them. Asks nobody, so it
	 * suits metrics; {@link #position} tells what other instances have saved.
	 * @return the streams of all listeners
	 */
	List<RecordStream> streams();

	/**
	 * Reads positions from the store, also of streams that no instance looks after.
	 * @param listenerId the id of the listener
	 * @return the positions as they were saved last
	 * @throws StreamStoreException if the store cannot be reached
	 */
	List<StreamPosition> positions(String listenerId);

	/**
	 * Reads the position of a stream from the store.
	 * @param stream the stream
	 * @return the position as it was saved last, or null when the stream is not known
	 * @throws StreamStoreException if the store cannot be reached
	 */
	@Nullable StreamPosition position(RecordStreamId stream);

	/**
	 * Takes a webhook as a hint that there are changes, or a new connection. Webhooks
	 * that come to the endpoint of this library reach it by themselves.
	 * @param webhook the webhook, of any kind
	 */
	void received(NangoWebhook webhook);

	/**
	 * Has a stream read now.
	 * @param stream the stream
	 * @return whether this instance looks after it
	 */
	boolean trigger(RecordStreamId stream);

	/**
	 * Lets a stream that was stopped go on where it stopped: with the change that failed.
	 * @param stream the stream
	 * @return the new position
	 * @throws IllegalArgumentException if the stream is not known
	 * @throws StreamStoreException if the store cannot be reached
	 */
	StreamPosition resume(RecordStreamId stream);

	/**
	 * Has a stream go on after a cursor, be it earlier or later, and resumes it if it was
	 * stopped. What is being delivered at the moment is not saved.
	 * @param stream the stream
	 * @param cursor the cursor of the last record that is not to be delivered, for
	 * example {@link RecordBatch#firstCursor()} of a batch that came earlier
	 * @return the new position
	 * @throws IllegalArgumentException if the stream is not known
	 * @throws StreamStoreException if the store cannot be reached
	 */
	StreamPosition rewind(RecordStreamId stream, String cursor);

	/**
	 * Has a stream read from its beginning again, and resumes it if it was stopped. Nango
	 * then tells of every record once, with what happened to it last.
	 * @param stream the stream
	 * @return the new position
	 * @throws IllegalArgumentException if the stream is not known
	 * @throws StreamStoreException if the store cannot be reached
	 */
	StreamPosition rereadFromBeginning(RecordStreamId stream);

}
