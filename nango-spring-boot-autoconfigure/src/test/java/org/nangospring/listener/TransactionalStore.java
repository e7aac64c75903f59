package org.nangospring.listener;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

/**
 * A store whose transactions undo what was written to a list.
 */
class TransactionalStore implements StreamStore {

	private final StreamStore store;

	private final List<String> effects;

	private @Nullable String refused;

	TransactionalStore(StreamStore store, List<String> effects) {
		this.store = store;
		this.effects = effects;
	}

	/**
	 * Has transactions with this effect fail in the end.
	 */
	void refuse(String effect) {
		this.refused = effect;
	}

	@Override
	public @Nullable StreamLease tryAcquire(RecordStreamId stream) {
		StreamLease lease = this.store.tryAcquire(stream);
		return (lease != null) ? new Lease(lease) : null;
	}

	@Override
	public @Nullable StreamPosition find(RecordStreamId stream) {
		return this.store.find(stream);
	}

	@Override
	public List<StreamPosition> list(String listenerId) {
		return this.store.list(listenerId);
	}

	@Override
	public @Nullable StreamPosition change(RecordStreamId stream, UnaryOperator<StreamPosition> change) {
		return this.store.change(stream, change);
	}

	@Override
	public void delete(RecordStreamId stream) {
		this.store.delete(stream);
	}

	@Override
	public @Nullable Duration takeOverAfter() {
		return this.store.takeOverAfter();
	}

	@Override
	public boolean isTransactional() {
		return true;
	}

	/**
	 * A lease was released, and the turn of its worker is not over yet.
	 */
	void released(StreamPosition position) {
		// for tests that come in between
	}

	private final class Lease implements StreamLease {

		private final StreamLease lease;

		Lease(StreamLease lease) {
			this.lease = lease;
		}

		@Override
		public StreamPosition position() {
			return this.lease.position();
		}

		@Override
		public void deliver(Work work, StreamPosition next) throws Exception {
			List<String> before = new ArrayList<>(TransactionalStore.this.effects);
			try {
				work.run();
				String effect = TransactionalStore.this.refused;
				if (effect != null && TransactionalStore.this.effects.contains(effect)) {
					throw new IllegalStateException("constraint");
				}
				this.lease.save(next);
			}
			catch (Throwable ex) {
				TransactionalStore.this.effects.clear();
				TransactionalStore.this.effects.addAll(before);
				throw ex;
			}
		}

		@Override
		public void save(StreamPosition next) {
			this.lease.save(next);
		}

		@Override
		public boolean renew() {
			return this.lease.renew();
		}

		@Override
		public void close() {
			this.lease.close();
			released(position());
		}

	}

}
