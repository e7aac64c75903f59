package org.nangospring.listener;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The leases that workers of this instance hold, so that they can be renewed while
 * listeners run.
 */
final class HeldLeases {

	private static final Log logger = LogFactory.getLog(HeldLeases.class);

	private final Set<Held> leases = ConcurrentHashMap.newKeySet();

	Held add(StreamLease lease) {
		Held held = new Held(lease);
		this.leases.add(held);
		return held;
	}

	/**
	 * Renews all, one after the other, so that they take one connection of a pool. One
	 * that cannot be renewed at the moment is tried again next time. Stores need not have
	 * limits on time: while one hangs it is left out, and the next round, on another
	 * thread, renews the others.
	 */
	void renew() {
		this.leases.forEach(Held::renew);
	}

	/**
	 * What the workers are doing, for people to see.
	 */
	String whereTheyAre() {
		return this.leases.stream()
			.map((held) -> System.lineSeparator() + held.lease.position().stream() + StackText.of(held.worker))
			.collect(Collectors.joining());
	}

	/**
	 * A lease that is held.
	 */
	final class Held implements AutoCloseable {

		private final StreamLease lease;

		private final Thread worker = Thread.currentThread();

		private final AtomicBoolean renewing = new AtomicBoolean();

		private volatile boolean lost;

		private Held(StreamLease lease) {
			this.lease = lease;
		}

		StreamLease lease() {
			return this.lease;
		}

		private void renew() {
			if (!this.renewing.compareAndSet(false, true)) {
				return;
			}
			try {
				if (!this.lease.renew()) {
					this.lost = true;
				}
			}
			catch (Throwable ex) {
				logger.warn("The lease on " + this.lease.position().stream() + " could not be renewed. If that goes on,"
						+ " another instance takes the stream over.", ex);
			}
			finally {
				this.renewing.set(false);
			}
		}

		/**
		 * Whether it is known that somebody else may have the stream by now.
		 */
		boolean isLost() {
			return this.lost;
		}

		@Override
		public void close() {
			HeldLeases.this.leases.remove(this);
			this.lease.close();
		}

	}

}
