package org.nangospring.listener.integration;

import java.util.concurrent.locks.Lock;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * A lock that was acquired on the thread that works on the stream, and that nobody can
 * renew.
 */
class LockHold {

	private static final Log logger = LogFactory.getLog(LockHold.class);

	private final String key;

	private final Lock lock;

	private final Runnable whenReleased;

	LockHold(String key, Lock lock, Runnable whenReleased) {
		this.key = key;
		this.lock = lock;
		this.whenReleased = whenReleased;
	}

	final String key() {
		return this.key;
	}

	/**
	 * Makes the lock last longer, where it would run out.
	 * @return false when it is known to be lost
	 */
	boolean renew() {
		return true;
	}

	/**
	 * A lock that has run out cannot be released any more, and one that cannot be reached
	 * runs out.
	 */
	final void release() {
		try {
			unlock(this.lock);
		}
		catch (RuntimeException ex) {
			logger.debug("The lock " + this.key + " could not be released", ex);
		}
		finally {
			this.whenReleased.run();
		}
	}

	void unlock(Lock acquired) {
		acquired.unlock();
	}

}
