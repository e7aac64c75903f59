package org.nangospring.client.http;

import java.time.Duration;
import java.time.Instant;

import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Every clock and every wait of the engine, in one place, so that tests need not sleep.
 */
public interface EngineTiming {

	/**
	 * The real clocks.
	 */
	EngineTiming SYSTEM = new EngineTiming() {

		@Override
		public long nanoTime() {
			return System.nanoTime();
		}

		@Override
		public Instant now() {
			return Instant.now();
		}

		@Override
		public void sleep(Duration duration) throws InterruptedException {
			Thread.sleep(duration.toMillis(), duration.toNanosPart() % 1_000_000);
		}

		@Override
		public Scheduler scheduler() {
			return Schedulers.parallel();
		}

	};

	/**
	 * A clock that only moves forward, for limits.
	 * @return nanoseconds since some moment
	 */
	long nanoTime();

	/**
	 * The time of day, for dates that a server sends.
	 * @return the time
	 */
	Instant now();

	/**
	 * Waits on the calling thread.
	 * @param duration how long
	 * @throws InterruptedException if the thread is interrupted
	 */
	void sleep(Duration duration) throws InterruptedException;

	/**
	 * Where reactive waits and limits run.
	 * @return the scheduler
	 */
	Scheduler scheduler();

}
