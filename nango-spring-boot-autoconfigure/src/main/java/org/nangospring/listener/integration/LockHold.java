package org.nangospring.listener.integration;

import java.util.concurrent.locks.Lock;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.integration.support.locks.RenewableLockRegistry;

/**
 * A lock that was acquired.
 */
final class LockHold {

	private static final Log logger = LogFactory.getLog(LockHold.class);

	private final LockRegistry<?> registry;

	private final String key;

	private final Lock lock;

	private final Runnable whenReleased;

	LockHold(LockRegistry<?> registry, String key, Lock lock, Runnable whenReleased) {
		this.registry = registry;
		this.key = key;
		this.lock = lock;
		this.whenReleased = whenReleased;
	}

	/**
	 * Renews the lock where that can be done on this thread.
	 * @return false when it is known to be lost
	 */
	boolean renew() {
		if (!(this.registry instanceof RenewableLockRegistry<?> renewable)) {
			return true;
		}
		try {
			renewable.renewLock(this.key);
			return true;
		}
		catch (IllegalMonitorStateException ex) {
			// locks in databases are renewed by the thread that holds them only
			return true;
		}
		catch (IllegalStateException ex) {
			logger.debug("The lock " + this.key + " was lost", ex);
			return false;
		}
	}

	/**
	 * A lock that has run out cannot be released any more, and one that cannot be reached
	 * runs out.
	 */
	void release() {
		try {
			this.lock.unlock();
		}
		catch (RuntimeException ex) {
			logger.debug("The lock " + this.key + " could not be released", ex);
		}
		finally {
			this.whenReleased.run();
		}
	}

}
