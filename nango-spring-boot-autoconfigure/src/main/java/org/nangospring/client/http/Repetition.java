package org.nangospring.client.http;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import reactor.core.Disposable;

/**
 * Runs a task again and again on threads of its own: one that only tells the time, so
 * that it is never late, and usually one more that does the work.
 */
final class Repetition implements Disposable {

	private static final long SPARE_SECONDS = 1;

	private final ThreadPoolExecutor workers;

	private final ScheduledThreadPoolExecutor clock;

	Repetition(Duration interval, String thread, Runnable task) {
		AtomicInteger number = new AtomicInteger();
		ThreadFactory threads = (work) -> {
			Thread made = new Thread(work, thread + number.incrementAndGet());
			made.setDaemon(true);
			return made;
		};
		this.workers = new ThreadPoolExecutor(0, Integer.MAX_VALUE, SPARE_SECONDS, TimeUnit.SECONDS,
				new SynchronousQueue<>(), threads);
		this.clock = new ScheduledThreadPoolExecutor(1, threads);
		this.clock.scheduleWithFixedDelay(() -> begin(task), interval.toNanos(), interval.toNanos(),
				TimeUnit.NANOSECONDS);
	}

	private void begin(Runnable task) {
		try {
			this.workers.execute(task);
		}
		catch (RejectedExecutionException ex) {
			// disposed in the meantime
		}
		catch (OutOfMemoryError ex) {
			// the system has no further thread; this one is better than none
			task.run();
		}
	}

	@Override
	public void dispose() {
		this.clock.shutdownNow();
		this.workers.shutdown();
	}

	@Override
	public boolean isDisposed() {
		return this.clock.isShutdown();
	}

}
