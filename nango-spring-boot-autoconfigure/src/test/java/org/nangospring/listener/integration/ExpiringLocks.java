package org.nangospring.listener.integration;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

import org.nangospring.client.http.EngineTiming;

import org.springframework.integration.support.locks.DistributedLock;
import org.springframework.integration.support.locks.RenewableLockRegistry;

/**
 * The locks of one instance, in a place that several share, which run out by a clock of
 * the test's.
 */
final class ExpiringLocks implements RenewableLockRegistry<Lock> {

	private final EngineTiming timing;

	private final Map<Object, Held> held;

	ExpiringLocks(EngineTiming timing) {
		this(timing, new ConcurrentHashMap<>());
	}

	private ExpiringLocks(EngineTiming timing, Map<Object, Held> held) {
		this.timing = timing;
		this.held = held;
	}

	/**
	 * The locks of another instance, in the same place.
	 */
	ExpiringLocks elsewhere() {
		return new ExpiringLocks(this.timing, this.held);
	}

	@Override
	public Lock obtain(Object key) {
		return new ExpiringLock(key);
	}

	@Override
	public void renewLock(Object key) {
		throw new UnsupportedOperationException("nobody knows for how long");
	}

	@Override
	public void renewLock(Object key, Duration time) {
		Held current = this.held.get(key);
		if (current == null || current.owner != this) {
			throw new IllegalStateException("Could not renew the lock of another instance");
		}
		this.held.put(key, new Held(this, this.timing.now().plus(time)));
	}

	private record Held(ExpiringLocks owner, Instant until) {
	}

	private final class ExpiringLock implements DistributedLock {

		private final Object key;

		ExpiringLock(Object key) {
			this.key = key;
		}

		@Override
		public boolean tryLock(Duration wait, Duration time) {
			Instant now = ExpiringLocks.this.timing.now();
			Held mine = new Held(ExpiringLocks.this, now.plus(time));
			return ExpiringLocks.this.held.compute(this.key,
					(ignored, current) -> (current != null && current.until.isAfter(now)) ? current : mine) == mine;
		}

		@Override
		public void unlock() {
			ExpiringLocks.this.held.computeIfPresent(this.key,
					(ignored, current) -> (current.owner == ExpiringLocks.this) ? null : current);
		}

		@Override
		public void lock(Duration time) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void lock() {
			throw new UnsupportedOperationException();
		}

		@Override
		public void lockInterruptibly() {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean tryLock() {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean tryLock(long time, TimeUnit unit) {
			throw new UnsupportedOperationException();
		}

		@Override
		public Condition newCondition() {
			throw new UnsupportedOperationException();
		}

	}

}
