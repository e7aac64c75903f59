package org.nangospring.listener.integration;

import java.time.Duration;
import java.util.concurrent.locks.Lock;

import org.jspecify.annotations.Nullable;

import org.springframework.integration.support.locks.DistributedLock;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.integration.support.locks.RenewableLockRegistry;

/**
 * Acquires locks in the way that the registry needs.
 */
final class StreamLocks {

	private final LockRegistry<?> registry;

	private final @Nullable Duration timeToLive;

	/**
	 * Creates the locks.
	 * @param timeToLive after how long locks run out, or null if they do not
	 */
	StreamLocks(LockRegistry<?> registry, @Nullable Duration timeToLive) {
		this.registry = registry;
		this.timeToLive = timeToLive;
	}

	/**
	 * Tries to acquire a lock, without waiting for who has it.
	 * @param key the name of the lock
	 * @param whenReleased run when it is released
	 * @return the lock, or null when somebody else has it
	 */
	@Nullable LockHold tryAcquire(String key, Runnable whenReleased) {
		Duration time = this.timeToLive;
		if (time != null && this.registry instanceof RenewableLockRegistry<?> renewable) {
			return tryAcquire(renewable, time, key, whenReleased);
		}
		Lock lock = this.registry.obtain(key);
		return lock.tryLock() ? new LockHold(key, lock, whenReleased) : null;
	}

	private static @Nullable LockHold tryAcquire(RenewableLockRegistry<?> registry, Duration time, String key,
			Runnable whenReleased) {
		LockThread thread = new LockThread();
		boolean acquired = false;
		try {
			Lock lock = registry.obtain(key);
			acquired = thread.call(() -> tryLock(lock, time));
			return acquired ? new RenewedLockHold(registry, time, thread, key, lock, whenReleased) : null;
		}
		finally {
			if (!acquired) {
				thread.close();
			}
		}
	}

	private static boolean tryLock(Lock lock, Duration time) {
		if (!(lock instanceof DistributedLock distributed)) {
			return lock.tryLock();
		}
		try {
			return distributed.tryLock(Duration.ZERO, time);
		}
		catch (InterruptedException ex) {
			return false;
		}
	}

}
