package org.nangospring.client.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.scheduler.Schedulers;

/**
 * Tells when limits on calls have passed. There are many and they hardly ever pass, so
 * they are looked through twenty times a second while there are any, which costs a call
 * far less than a timer of its own.
 */
final class LimitTimer {

	private static final long TICK_MILLIS = 50;

	/** Below this a tick would be too much of the limit. */
	private static final Duration SHORT = Duration.ofSeconds(1);

	private static final Log logger = LogFactory.getLog(LimitTimer.class);

	private final Duration shortest;

	private final Set<Limit> limits = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean ticking = new AtomicBoolean();

	LimitTimer() {
		this(SHORT);
	}

	/**
	 * Creates a timer.
	 * @param shortest the shortest limit that may pass late
	 */
	LimitTimer(Duration shortest) {
		this.shortest = shortest;
	}

	/**
	 * Runs a task when a limit has passed, at most a tick late.
	 * @return disposed when the limit no longer counts
	 */
	Disposable after(Duration duration, Runnable task) {
		if (duration.compareTo(this.shortest) < 0) {
			return Schedulers.parallel().schedule(task, duration.toNanos(), TimeUnit.NANOSECONDS);
		}
		Limit limit = new Limit(System.nanoTime() + duration.toNanos(), task);
		this.limits.add(limit);
		tickLater();
		return limit;
	}

	private void tickLater() {
		if (this.ticking.get() || !this.ticking.compareAndSet(false, true)) {
			return;
		}
		try {
			Schedulers.parallel().schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (RejectedExecutionException ex) {
			this.ticking.set(false);
			throw ex;
		}
	}

	private void tick() {
		long now = System.nanoTime();
		for (Limit limit : this.limits) {
			if (now - limit.at >= 0 && this.limits.remove(limit)) {
				run(limit.task);
			}
		}
		this.ticking.set(false);
		if (!this.limits.isEmpty()) {
			tickLater();
		}
	}

	/**
	 * A task leads to code of the application, which must not keep other limits from
	 * passing.
	 */
	private static void run(Runnable task) {
		try {
			task.run();
		}
		catch (Throwable ex) {
			logger.warn("What was told that its time is up has failed", ex);
		}
	}

	private final class Limit implements Disposable {

		private final long at;

		private final Runnable task;

		Limit(long at, Runnable task) {
			this.at = at;
			this.task = task;
		}

		@Override
		public void dispose() {
			LimitTimer.this.limits.remove(this);
		}

	}

}
