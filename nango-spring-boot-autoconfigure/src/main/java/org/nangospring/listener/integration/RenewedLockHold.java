package org.nangospring.listener.integration;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.integration.support.locks.RenewableLockRegistry;

/**
 * A lock that runs out unless it is renewed. It belongs to a thread of its own, so that
 * it is renewed while the listener runs: locks in databases can be renewed only by the
 * thread that has them.
 */
final class RenewedLockHold extends LockHold {

	private static final Log logger = LogFactory.getLog(RenewedLockHold.class);

	private final RenewableLockRegistry<?> registry;

	private final Duration timeToLive;

	private final LockThread thread;

	/**
	 * Creates the hold.
	 * @param thread the thread that has acquired the lock, which ends with the hold
	 */
	RenewedLockHold(RenewableLockRegistry<?> registry, Duration timeToLive, LockThread thread, String key, Lock lock,
			Runnable whenReleased) {
		super(key, lock, whenReleased);
		this.registry = registry;
		this.timeToLive = timeToLive;
		this.thread = thread;
	}

	@Override
	boolean renew() {
		try {
			return this.thread.call(() -> {
				this.registry.renewLock(key(), this.timeToLive);
				return true;
			});
		}
		catch (IllegalStateException | IllegalMonitorStateException ex) {
			logger.debug("The lock " + key() + " was lost", ex);
			return false;
		}
		catch (RejectedExecutionException ex) {
			// it was released while somebody wanted to renew it
			return false;
		}
	}

	@Override
	void unlock(Lock acquired) {
		try (LockThread last = this.thread) {
			last.call(() -> {
				acquired.unlock();
				return true;
			});
		}
	}

}
