package org.nangospring.listener.integration;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineTiming;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.StreamStoreException;

import org.springframework.integration.metadata.MetadataStore;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.integration.support.locks.RenewableLockRegistry;

/**
 * Keeps positions in any {@link MetadataStore} of Spring Integration, such as those for
 * Redis, MongoDB, Hazelcast or a database. The lease on a stream is a lock of a
 * {@link LockRegistry}.
 * <p>
 * What it promises: every change is delivered <em>at least once</em>. A metadata store
 * has no transaction in common with what a listener writes, so when an application dies
 * between the two, the last batch is delivered again. Listeners have to bear that, for
 * example by writing under the id of the record; who needs exactly once takes the store
 * for databases.
 * <p>
 * A position is only replaced by who has read it last. So when a lock has run out and two
 * instances work on a stream, the first of them that saves wins, and the other one stops.
 * This needs a {@link org.springframework.integration.metadata.ConcurrentMetadataStore},
 * as nearly all are. With any other store it holds within this instance only, and between
 * instances there are just the locks.
 * <p>
 * Whether a lock outlives its holder is a matter of the registry:
 * <ul>
 * <li>Locks of a {@link RenewableLockRegistry}, as those for Redis and for databases are,
 * run out after {@link Builder#takeOverAfter(Duration)}, whatever time the registry was
 * made with, and are renewed three times as often for as long as a listener takes. For
 * that, each lock is held by a thread of its own.</li>
 * <li>Locks of other registries are held by the thread of the listener and are never
 * renewed. Where they end with the application or its session, as those of Hazelcast and
 * ZooKeeper do, they need not be. Where they run out by themselves, their time has to be
 * longer than a listener ever takes for a batch.</li>
 * </ul>
 * <p>
 * Nobody can ask a lock whether its last holder has died. So where locks run out, a
 * stream that was at its end is stored as unfinished before its next change is delivered,
 * and others that find it so take it over.
 * <p>
 * A metadata store cannot be searched. Which streams there are is kept in keys beside the
 * positions, and to list the streams of a listener costs a look-up for each.
 */
public final class MetadataStreamStore implements StreamStore {

	private final AtomicMetadata metadata;

	private final StreamLocks locks;

	private final Keys keys;

	private final StreamIndex index;

	private final EngineTiming timing;

	private final @Nullable Duration takeOverAfter;

	/**
	 * Locks are re-entrant, leases are not.
	 */
	private final Set<RecordStreamId> held = ConcurrentHashMap.newKeySet();

	private MetadataStreamStore(Builder builder) {
		this.metadata = new AtomicMetadata(builder.metadata);
		this.takeOverAfter = builder.takeOverAfter();
		this.locks = new StreamLocks(builder.locks, this.takeOverAfter);
		this.keys = new Keys(builder.keyPrefix);
		this.index = new StreamIndex(this.metadata, this.keys);
		this.timing = builder.timing;
	}

	/**
	 * Begins a store.
	 * @param metadata keeps positions. It has to last: one in memory, or one that writes
	 * its file only when the application ends, loses positions
	 * @param locks has a lock for each stream. It has to be one for all instances if
	 * there are several. Spring Integration's own
	 * {@link org.springframework.integration.support.locks.DefaultLockRegistry} is for
	 * one instance, and lets streams share 256 locks unless it is made with a larger mask
	 * @return a builder
	 */
	public static Builder builder(MetadataStore metadata, LockRegistry<?> locks) {
		return new Builder(metadata, locks);
	}

	@Override
	public @Nullable StreamLease tryAcquire(RecordStreamId stream) {
		if (!this.held.add(stream)) {
			return null;
		}
		boolean acquired = false;
		try {
			LockHold lock = lock(stream);
			if (lock == null) {
				return null;
			}
			try {
				MetadataLease lease = new MetadataLease(this.metadata, lock, this.takeOverAfter != null,
						current(stream));
				acquired = true;
				return lease;
			}
			finally {
				if (!acquired) {
					lock.release();
				}
			}
		}
		finally {
			if (!acquired) {
				this.held.remove(stream);
			}
		}
	}

	private @Nullable LockHold lock(RecordStreamId stream) {
		String key = this.keys.position(stream);
		try {
			return this.locks.tryAcquire(key, () -> this.held.remove(stream));
		}
		catch (RuntimeException ex) {
			throw new StreamStoreException("The lock of " + stream + " cannot be asked for. See whether the place"
					+ " where the lock registry keeps its locks works", ex);
		}
	}

	/**
	 * Called with the lock, so that nobody else makes the same position.
	 */
	private StoredPosition current(RecordStreamId stream) {
		String key = this.keys.position(stream);
		StoredPosition stored = read(key);
		if (stored != null) {
			return stored;
		}
		this.index.add(stream);
		StoredPosition first = StoredPosition.of(key, StreamPosition.beginning(stream, this.timing.now()));
		return this.metadata.putIfAbsent(key, first.json()) ? first : Objects.requireNonNullElse(read(key), first);
	}

	private @Nullable StoredPosition read(String key) {
		String json = this.metadata.get(key);
		return (json != null) ? StoredPosition.read(key, json) : null;
	}

	@Override
	public @Nullable StreamPosition find(RecordStreamId stream) {
		StoredPosition stored = read(this.keys.position(stream));
		return (stored != null) ? stored.position() : null;
	}

	@Override
	public List<StreamPosition> list(String listenerId) {
		return this.index.list(listenerId).stream().map(this::find).filter(Objects::nonNull).toList();
	}

	@Override
	public @Nullable StreamPosition change(RecordStreamId stream, UnaryOperator<StreamPosition> change) {
		String key = this.keys.position(stream);
		for (StoredPosition stored = read(key); stored != null; stored = read(key)) {
			StoredPosition next = StoredPosition.of(key, change.apply(stored.position()));
			if (this.metadata.replace(key, stored.json(), next.json())) {
				return next.position();
			}
		}
		return null;
	}

	@Override
	public void delete(RecordStreamId stream) {
		String key = this.keys.position(stream);
		this.metadata.remove(key);
		this.index.remove(stream);
		if (this.metadata.get(key) != null) {
			// somebody began anew meanwhile and may have found the stream still listed
			this.index.add(stream);
		}
	}

	@Override
	public @Nullable Duration takeOverAfter() {
		return this.takeOverAfter;
	}

	/**
	 * Builds a store.
	 */
	public static final class Builder {

		private static final Duration DEFAULT_TAKE_OVER_AFTER = Duration.ofSeconds(30);

		private final MetadataStore metadata;

		private final LockRegistry<?> locks;

		private String keyPrefix = "nango:";

		private @Nullable Duration takeOverAfter;

		private EngineTiming timing = EngineTiming.SYSTEM;

		Builder(MetadataStore metadata, LockRegistry<?> locks) {
			this.metadata = Arguments.required(metadata, "metadata store");
			this.locks = Arguments.required(locks, "lock registry");
		}

		/**
		 * Sets what the keys begin with, to tell applications apart that share a store.
		 * The default is {@code nango:}.
		 * @param prefix the prefix
		 * @return this builder
		 */
		public Builder keyPrefix(String prefix) {
			this.keyPrefix = Arguments.text(prefix, "key prefix");
			return this;
		}

		/**
		 * Sets after how long locks run out when their holder is gone, so that others
		 * take its streams over. Locks of a {@link RenewableLockRegistry} are acquired
		 * and renewed for this time, by default 30 seconds. For any other registry it has
		 * to be the time that the registry was made with; by default its locks end with
		 * the application, and nobody looks for streams that were left behind before
		 * their next schedule.
		 * @param time the time, from 1 millisecond to 24 days
		 * @return this builder
		 */
		public Builder takeOverAfter(Duration time) {
			this.takeOverAfter = Arguments.positive(time, "time until others take over");
			return this;
		}

		private @Nullable Duration takeOverAfter() {
			if (this.takeOverAfter == null && this.locks instanceof RenewableLockRegistry<?>) {
				return DEFAULT_TAKE_OVER_AFTER;
			}
			return this.takeOverAfter;
		}

		/**
		 * Sets the clock. By default the real one.
		 * @param newTiming the timing
		 * @return this builder
		 */
		public Builder timing(EngineTiming newTiming) {
			this.timing = Arguments.required(newTiming, "timing");
			return this;
		}

		/**
		 * Makes the store.
		 * @return the store
		 */
		public MetadataStreamStore build() {
			return new MetadataStreamStore(this);
		}

	}

}
