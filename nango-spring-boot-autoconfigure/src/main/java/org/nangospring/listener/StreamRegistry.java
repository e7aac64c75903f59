package org.nangospring.listener;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * The streams that this instance looks after: they join and leave here.
 */
final class StreamRegistry {

	private static final Log logger = LogFactory.getLog(StreamRegistry.class);

	private final Map<RecordStreamId, ManagedStream> streams = new ConcurrentHashMap<>();

	/** The application was told that they have left, and need not be told again. */
	private final Set<RecordStreamId> announcedAsGone = ConcurrentHashMap.newKeySet();

	private final DeliveryContext context;

	StreamRegistry(DeliveryContext context) {
		this.context = context;
	}

	Collection<ManagedStream> streams() {
		return this.streams.values();
	}

	List<ManagedStream> streams(ListenerRuntime listener) {
		return this.streams.values().stream().filter((stream) -> stream.listener() == listener).toList();
	}

	@Nullable ManagedStream find(RecordStreamId id) {
		return this.streams.get(id);
	}

	/**
	 * Begins to look after a stream.
	 * @return the stream, or null when it was looked after already, or the listener
	 * pauses
	 */
	@Nullable ManagedStream join(ListenerRuntime listener, String connectionId) {
		RecordStreamId id = listener.definition().stream(connectionId);
		ManagedStream stream = new ManagedStream(listener, id);
		if (this.streams.putIfAbsent(id, stream) != null) {
			return null;
		}
		if (!listener.isRunning()) {
			// it was paused in the meantime, perhaps after its streams were released
			this.streams.remove(id, stream);
			return null;
		}
		this.announcedAsGone.remove(id);
		return stream;
	}

	/**
	 * Ends to look after the streams of a listener that pauses, without a word.
	 * @return the streams
	 */
	List<ManagedStream> release(ListenerRuntime listener) {
		List<ManagedStream> released = streams(listener);
		released.forEach((stream) -> {
			stream.leave();
			this.streams.remove(stream.id(), stream);
		});
		return released;
	}

	/**
	 * Ends to look after a stream.
	 * @param id the stream
	 * @param reason why
	 * @param news takes what the application is to be told
	 * @return the stream, or null when it was not looked after
	 */
	@Nullable ManagedStream leave(RecordStreamId id, RecordStreamLeft.Reason reason, List<RecordStreamEvent> news) {
		ManagedStream stream = this.streams.remove(id);
		if (stream != null) {
			stream.leave();
			if (reason == RecordStreamLeft.Reason.DELETED) {
				this.announcedAsGone.add(id);
			}
			news.add(left(id, reason));
		}
		return stream;
	}

	private static RecordStreamLeft left(RecordStreamId id, RecordStreamLeft.Reason reason) {
		logger.info("The stream " + id + " has left: its connection is "
				+ ((reason == RecordStreamLeft.Reason.DELETED) ? "deleted" : "not selected any more"));
		return new RecordStreamLeft(id, reason);
	}

	/**
	 * Forgets a stream that is not looked after any more, as that of a connection that is
	 * gone for good.
	 * @param id the stream
	 * @param news takes what the application is to be told
	 */
	void forget(RecordStreamId id, List<RecordStreamEvent> news) {
		this.context.store().delete(id);
		logger.info("The position of the stream " + id + " is forgotten: Nango says that its connection is deleted");
		if (!this.announcedAsGone.remove(id)) {
			news.add(left(id, RecordStreamLeft.Reason.DELETED));
		}
	}

	/**
	 * Tells the application what has become of streams.
	 */
	void announce(List<RecordStreamEvent> news) {
		news.forEach(this.context::publish);
	}

}
