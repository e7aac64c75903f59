package org.nangospring.listener;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * Keeps the positions of streams, and says who may work on a stream: one worker at a
 * time, whatever the number of instances. Both are in one interface because a position
 * may only be saved by whoever works on the stream, which only the place that stores it
 * can hold for certain.
 * <p>
 * Implementations are safe for use by many threads. Every method may wait, and fails with
 * a {@link StreamStoreException} when the store cannot be reached.
 */
public interface StreamStore {

	/**
	 * Tries to become the one who works on a stream, without waiting for somebody else to
	 * end. A stream that is not known yet begins at {@link StreamPosition#beginning}.
	 * <p>
	 * The lease is used and released on the thread that acquired it, except for
	 * {@link StreamLease#renew()}.
	 * @param stream the stream
	 * @return the lease, or null when somebody else has it
	 */
	@Nullable StreamLease tryAcquire(RecordStreamId stream);

	/**
	 * Looks up a position.
	 * @param stream the stream
	 * @return the position as it was saved last, or null when the stream is not known
	 */
	@Nullable StreamPosition find(RecordStreamId stream);

	/**
	 * Lists the positions of a listener.
	 * @param listenerId the id of the listener
	 * @return the positions as they were saved last, in no particular order, whatever
	 * their model and integration
	 */
	List<StreamPosition> list(String listenerId);

	/**
	 * Lists streams that may need a worker: active ones that were left before their end
	 * by somebody who no longer works on them, for example because the instance died. The
	 * default lists all that were left before their end; a store that knows who works on
	 * which should leave out those that are worked on, and list those too whose lease ran
	 * out without being released, since nobody knows what their worker had begun.
	 * @param listenerId the id of the listener
	 * @return the streams
	 */
	default List<RecordStreamId> unfinished(String listenerId) {
		return list(listenerId).stream()
			.filter((position) -> position.state() == StreamState.ACTIVE && !position.isCaughtUp())
			.map(StreamPosition::stream)
			.toList();
	}

	/**
	 * Changes a position whoever works on the stream. A delivery that is under way there
	 * then fails with a {@link StaleLeaseException} instead of saving over it. The lease
	 * itself stays with its holder until it is released or runs out, so that nobody else
	 * begins while the listener is still running. It takes effect at once and by itself,
	 * also when a listener calls it within {@link StreamLease#deliver}: neither does it
	 * wait for that delivery nor is it undone with it.
	 * @param stream the stream
	 * @param change makes the new position from the one that was saved last; may be
	 * called again when somebody else saves in the meantime
	 * @return the new position, or null when the stream is not known
	 */
	@Nullable StreamPosition change(RecordStreamId stream, UnaryOperator<StreamPosition> change);

	/**
	 * Forgets a stream. A delivery that is under way fails as with {@link #change}. Does
	 * nothing when the stream is not known.
	 * @param stream the stream
	 */
	void delete(RecordStreamId stream);

	/**
	 * After how long without {@link StreamLease#renew()} a lease runs out, so that others
	 * may take the stream over. It is renewed three times as often, for as long as a
	 * listener takes.
	 * @return the time, or null when leases end with the application and need no renewal
	 */
	@Nullable Duration takeOverAfter();

	/**
	 * Whether what a listener does within {@link StreamLease#deliver} is undone when that
	 * fails.
	 * @return whether it is; if not, a listener of single records that fails in the midst
	 * of a batch is not given those before again
	 */
	default boolean isTransactional() {
		return false;
	}

	/**
	 * Where changes that could not be delivered are parked unless the application says
	 * something else: a place that lasts as long as the positions do, because a stream
	 * that has moved on does not come back to what was parked. By default there is none.
	 * @return the dead letters, or {@link DeadLetters#refusing()}
	 */
	default DeadLetters deadLetters() {
		return DeadLetters.refusing();
	}

}
