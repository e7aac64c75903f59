package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineTiming;

/**
 * Keeps positions in memory, for one instance. It forgets them when the application ends,
 * so that the next start reads every stream from its beginning; the first use warns of
 * that.
 */
public final class InMemoryStreamStore implements StreamStore {

	private static final Log logger = LogFactory.getLog(InMemoryStreamStore.class);

	private final EngineTiming timing;

	private final Map<RecordStreamId, StreamPosition> positions = new HashMap<>();

	private final Map<RecordStreamId, Lease> leases = new HashMap<>();

	private final AtomicBoolean warned = new AtomicBoolean();

	private final InMemoryDeadLetters deadLetters = new InMemoryDeadLetters();

	/**
	 * Creates an empty store.
	 */
	public InMemoryStreamStore() {
		this(EngineTiming.SYSTEM);
	}

	/**
	 * Creates an empty store.
	 * @param timing the time it goes by
	 */
	public InMemoryStreamStore(EngineTiming timing) {
		this.timing = Arguments.required(timing, "timing");
	}

	@Override
	public @Nullable StreamLease tryAcquire(RecordStreamId stream) {
		if (this.warned.compareAndSet(false, true)) {
			logger.warn("The positions of record listeners are kept in memory only: the next start of the application"
					+ " delivers every record again. Declare a StreamStore that lasts, for example on a database.");
		}
		Instant now = this.timing.now();
		synchronized (this.positions) {
			if (this.leases.containsKey(stream)) {
				return null;
			}
			Lease lease = new Lease(
					this.positions.computeIfAbsent(stream, (key) -> StreamPosition.beginning(stream, now)));
			this.leases.put(stream, lease);
			return lease;
		}
	}

	@Override
	public @Nullable StreamPosition find(RecordStreamId stream) {
		synchronized (this.positions) {
			return this.positions.get(stream);
		}
	}

	@Override
	public List<StreamPosition> list(String listenerId) {
		synchronized (this.positions) {
			return this.positions.values()
				.stream()
				.filter((position) -> position.stream().listenerId().equals(listenerId))
				.toList();
		}
	}

	@Override
	public @Nullable StreamPosition change(RecordStreamId stream, UnaryOperator<StreamPosition> change) {
		synchronized (this.positions) {
			return this.positions.computeIfPresent(stream, (key, position) -> change.apply(position));
		}
	}

	@Override
	public void delete(RecordStreamId stream) {
		synchronized (this.positions) {
			this.positions.remove(stream);
		}
	}

	@Override
	public @Nullable Duration takeOverAfter() {
		return null;
	}

	/**
	 * They are in memory too: the next start delivers what was parked again.
	 * @return dead letters in memory, always the same
	 */
	@Override
	public InMemoryDeadLetters deadLetters() {
		return this.deadLetters;
	}

	private final class Lease implements StreamLease {

		private StreamPosition position;

		Lease(StreamPosition position) {
			this.position = position;
		}

		@Override
		public StreamPosition position() {
			return this.position;
		}

		@Override
		public void deliver(Work work, StreamPosition next) throws Exception {
			work.run();
			save(next);
		}

		@Override
		public void save(StreamPosition next) {
			InMemoryStreamStore store = InMemoryStreamStore.this;
			RecordStreamId stream = this.position.stream();
			synchronized (store.positions) {
				// by identity: a change to an equal position is a change
				if (store.leases.get(stream) != this || store.positions.get(stream) != this.position) {
					throw new StaleLeaseException(stream);
				}
				store.positions.put(stream, next);
				this.position = next;
			}
		}

		@Override
		public boolean renew() {
			return true;
		}

		@Override
		public void close() {
			synchronized (InMemoryStreamStore.this.positions) {
				InMemoryStreamStore.this.leases.remove(this.position.stream(), this);
			}
		}

	}

}
