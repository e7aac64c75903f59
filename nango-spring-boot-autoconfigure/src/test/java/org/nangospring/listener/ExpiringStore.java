package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.EngineTiming;

/**
 * Leases that run out unless they are renewed, as in a database.
 */
final class ExpiringStore implements StreamStore {

	static final Duration LEASE = Duration.ofSeconds(30);

	private final EngineTiming timing;

	private final InMemoryStreamStore positions;

	private final Map<RecordStreamId, Lease> leases = new HashMap<>();

	int renewals;

	int questions;

	@Nullable Runnable whileLooking;

	boolean tellsOfTheDead;

	ExpiringStore(EngineTiming timing) {
		this.timing = timing;
		this.positions = new InMemoryStreamStore(timing);
	}

	@Override
	public List<RecordStreamId> unfinished(String listenerId) {
		Runnable slow = this.whileLooking;
		this.whileLooking = null;
		if (slow != null) {
			slow.run();
		}
		List<RecordStreamId> unfinished = new ArrayList<>(StreamStore.super.unfinished(listenerId));
		this.leases.forEach((stream, lease) -> {
			if (this.tellsOfTheDead && !lease.until.isAfter(now()) && !unfinished.contains(stream)) {
				unfinished.add(stream);
			}
		});
		return unfinished;
	}

	void takeAway(RecordStreamId stream) {
		Lease other = new Lease(stream);
		this.leases.put(stream, other);
	}

	private Instant now() {
		return this.timing.now();
	}

	@Override
	public @Nullable Lease tryAcquire(RecordStreamId stream) {
		Lease current = this.leases.get(stream);
		if (current != null && current.until.isAfter(now())) {
			return null;
		}
		this.positions.change(stream, (position) -> position);
		try (StreamLease any = this.positions.tryAcquire(stream)) {
			Lease lease = new Lease(stream);
			this.leases.put(stream, lease);
			return lease;
		}
	}

	@Override
	public @Nullable StreamPosition find(RecordStreamId stream) {
		this.questions++;
		return this.positions.find(stream);
	}

	@Override
	public List<StreamPosition> list(String listenerId) {
		this.questions++;
		return this.positions.list(listenerId);
	}

	@Override
	public @Nullable StreamPosition change(RecordStreamId stream, UnaryOperator<StreamPosition> change) {
		return this.positions.change(stream, change);
	}

	@Override
	public void delete(RecordStreamId stream) {
		this.positions.delete(stream);
	}

	@Override
	public Duration takeOverAfter() {
		return LEASE;
	}

	private final class Lease implements StreamLease {

		private final RecordStreamId stream;

		private Instant until;

		private StreamPosition position;

		Lease(RecordStreamId stream) {
			this.stream = stream;
			this.position = ExpiringStore.this.positions.find(stream);
			this.until = now().plus(LEASE);
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
			if (ExpiringStore.this.leases.get(this.stream) != this) {
				throw new StaleLeaseException(this.stream);
			}
			ExpiringStore.this.positions.change(this.stream, (current) -> next);
			this.position = next;
		}

		@Override
		public boolean renew() {
			ExpiringStore.this.renewals++;
			this.until = now().plus(LEASE);
			return ExpiringStore.this.leases.get(this.stream) == this;
		}

		@Override
		public void close() {
			ExpiringStore.this.leases.remove(this.stream, this);
		}

	}

}
