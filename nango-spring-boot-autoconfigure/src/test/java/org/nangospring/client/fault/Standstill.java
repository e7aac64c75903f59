package org.nangospring.client.fault;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Measures how long the machine does nothing for this program, because it collects
 * garbage or is busy with others: a thread that has almost nothing to do notes by how
 * much it comes too late. No limit can be kept in that time.
 */
final class Standstill implements AutoCloseable {

	private static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);

	private final AtomicLong total = new AtomicLong();

	private final AtomicLong longest = new AtomicLong();

	private volatile boolean closed;

	Standstill watch() {
		Threads.daemon("standstill-watch", this::run);
		return this;
	}

	private void run() {
		long before = System.nanoTime();
		while (!this.closed) {
			LockSupport.parkNanos(TICK);
			long now = System.nanoTime();
			long late = Math.max(0, now - before - TICK);
			this.total.addAndGet(late);
			this.longest.accumulateAndGet(late, Math::max);
			before = now;
		}
	}

	Duration longest() {
		return Duration.ofNanos(this.longest.get());
	}

	Mark mark() {
		return new Mark(this, System.nanoTime(), this.total.get());
	}

	@Override
	public void close() {
		this.closed = true;
	}

	/**
	 * A moment to measure from.
	 */
	record Mark(Standstill watch, long nanos, long late) {

		Duration elapsed() {
			return Duration.ofNanos(System.nanoTime() - this.nanos);
		}

		/**
		 * The standstill since then, with that which is not over yet.
		 */
		Duration standstill() {
			return Duration.ofNanos(this.watch.total.get() - this.late);
		}

	}

}
