package org.nangospring.listener;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

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
	 * Renews all. One that cannot be renewed at the moment is tried again next time.
	 */
	void renew() {
		for (Held held : this.leases) {
			try {
				if (!held.lease.renew()) {
					held.lost = true;
				}
			}
			catch (RuntimeException ex) {
				logger.warn("The lease on a stream could not be renewed. If that goes on, another instance takes the"
						+ " stream over.", ex);
			}
		}
	}

	/**
	 * A lease that is held.
	 */
	final class Held implements AutoCloseable {

		private final StreamLease lease;

		private volatile boolean lost;

		private Held(StreamLease lease) {
			this.lease = lease;
		}

		StreamLease lease() {
			return this.lease;
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
