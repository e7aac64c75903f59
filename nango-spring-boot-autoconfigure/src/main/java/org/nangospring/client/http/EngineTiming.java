package org.nangospring.client.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Every clock and every wait of the engine, in one place, so that tests need not sleep.
 */
public interface EngineTiming {

	/**
	 * The real clocks.
	 */
	EngineTiming SYSTEM = new EngineTiming() {

		private final LimitTimer limits = new LimitTimer();

		@Override
		public long nanoTime() {
			return System.nanoTime();
		}

		@Override
		public Instant now() {
			return Instant.now();
		}

		@Override
		public void sleep(Duration duration, CountDownLatch end) throws InterruptedException {
			end.await(duration.toNanos(), TimeUnit.NANOSECONDS);
		}

		@Override
		public Mono<?> delay(Duration duration) {
			return Mono.delay(duration);
		}

		@Override
		public Disposable schedule(Duration limit, Runnable task) {
			return this.limits.after(limit, task);
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
	 * @param duration how long at most
	 * @param end ends the wait when it is counted down
	 * @throws InterruptedException if the thread is interrupted
	 */
	void sleep(Duration duration, CountDownLatch end) throws InterruptedException;

	/**
	 * Waits without a thread.
	 * @param duration how long
	 * @return emits something when the time has passed
	 */
	Mono<?> delay(Duration duration);

	/**
	 * Runs a task when the limit on a call has passed.
	 * @param limit the limit
	 * @param task what to do then
	 * @return disposed when the limit no longer counts
	 */
	default Disposable limit(Duration limit, Runnable task) {
		return schedule(limit, task);
	}

	/**
	 * Waits for a result on the calling thread, which takes no timer.
	 * @param <T> the type of the result
	 * @param result what to wait for
	 * @param limit how long at most
	 * @return the result
	 * @throws InterruptedException if the thread is interrupted
	 * @throws ExecutionException if there is a failure instead
	 * @throws TimeoutException if the limit passes
	 */
	default <T> T await(CompletableFuture<T> result, Duration limit)
			throws InterruptedException, ExecutionException, TimeoutException {
		return result.get(limit.toNanos(), TimeUnit.NANOSECONDS);
	}

	/**
	 * Runs a task when a limit passes.
	 * @param limit the limit
	 * @param task what to do then
	 * @return disposed when the limit no longer counts
	 */
	Disposable schedule(Duration limit, Runnable task);

	/**
	 * Runs a task again and again, on daemon threads that are there for nothing else. A
	 * run that hangs does not hold up the next one, which then begins beside it.
	 * @param interval the time between two beginnings
	 * @param thread what the names of the threads begin with
	 * @param task what to do, which may wait
	 * @return disposed when nothing more is to begin; what is under way goes on
	 */
	default Disposable every(Duration interval, String thread, Runnable task) {
		return new Repetition(interval, thread, task);
	}

}
