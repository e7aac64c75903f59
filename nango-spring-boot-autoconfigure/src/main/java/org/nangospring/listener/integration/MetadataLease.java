package org.nangospring.listener.integration;

import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamStoreException;

/**
 * A lock, and the position that was read with it.
 */
final class MetadataLease implements StreamLease {

	private final AtomicMetadata metadata;

	private final LockHold lock;

	private StoredPosition stored;

	MetadataLease(AtomicMetadata metadata, LockHold lock, StoredPosition stored) {
		this.metadata = metadata;
		this.lock = lock;
		this.stored = stored;
	}

	@Override
	public StreamPosition position() {
		return this.stored.position();
	}

	@Override
	public void deliver(Work work, StreamPosition next) throws Exception {
		if (!renewBeforeWork()) {
			throw new StaleLeaseException(position().stream());
		}
		work.run();
		save(next);
	}

	private boolean renewBeforeWork() {
		try {
			return renew();
		}
		catch (RuntimeException ex) {
			throw new StreamStoreException("The lock of " + position().stream() + " cannot be renewed", ex);
		}
	}

	@Override
	public void save(StreamPosition next) {
		StoredPosition changed = StoredPosition.of(this.stored.key(), next);
		if (!this.metadata.replace(this.stored.key(), this.stored.json(), changed.json())) {
			throw new StaleLeaseException(next.stream());
		}
		this.stored = changed;
	}

	@Override
	public boolean renew() {
		return this.lock.renew();
	}

	@Override
	public void close() {
		this.lock.release();
	}

}
