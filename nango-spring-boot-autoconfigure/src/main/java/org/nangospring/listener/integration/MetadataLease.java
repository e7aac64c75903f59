package org.nangospring.listener.integration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamStoreException;

/**
 * A lock, and the position that was read with it.
 */
final class MetadataLease implements StreamLease {

	private static final Log logger = LogFactory.getLog(MetadataLease.class);

	private final AtomicMetadata metadata;

	private final LockHold lock;

	private final boolean runsOut;

	private StoredPosition stored;

	/** The position at the end of the stream from which a delivery has begun. */
	private @Nullable StreamPosition left;

	/**
	 * Creates the lease.
	 * @param runsOut whether the lock runs out when its holder dies, so that others look
	 * for what was left unfinished
	 */
	MetadataLease(AtomicMetadata metadata, LockHold lock, boolean runsOut, StoredPosition stored) {
		this.metadata = metadata;
		this.lock = lock;
		this.runsOut = runsOut;
		this.stored = stored;
	}

	@Override
	public StreamPosition position() {
		return (this.left != null) ? this.left : this.stored.position();
	}

	@Override
	public void deliver(Work work, StreamPosition next) throws Exception {
		if (!renewBeforeWork()) {
			throw new StaleLeaseException(position().stream());
		}
		leaveTheEnd();
		work.run();
		save(next);
	}

	/**
	 * Locks do not tell of who had them. So that others find the stream if this instance
	 * dies within its first delivery, it is stored as unfinished before that.
	 */
	private void leaveTheEnd() {
		StreamPosition position = this.stored.position();
		if (this.runsOut && position.isCaughtUp()) {
			replace(unfinished(position));
			this.left = position;
		}
	}

	private static StreamPosition unfinished(StreamPosition position) {
		return StreamPosition.builder(position.stream(), position.createdAt())
			.cursor(position.cursor())
			.state(position.state())
			.failure(position.failure())
			.records(position.records())
			.caughtUp(false)
			.caughtUpAt(position.caughtUpAt())
			.newestChange(position.newestChange())
			.updatedAt(position.updatedAt())
			.build();
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
		replace(next);
		this.left = null;
	}

	private void replace(StreamPosition next) {
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
		try {
			returnToTheEnd();
		}
		finally {
			this.lock.release();
		}
	}

	/**
	 * After a delivery that failed, this instance knows when to try again.
	 */
	private void returnToTheEnd() {
		StreamPosition end = this.left;
		if (end == null) {
			return;
		}
		try {
			save(end);
		}
		catch (RuntimeException ex) {
			logger.debug("The stream " + end.stream() + " stays stored as unfinished, so others may look at it early",
					ex);
		}
	}

}
