package org.nangospring.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.nangospring.client.http.EngineTiming;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * A clock that only moves when somebody waits, so that tests can count waits instead of
 * sitting through them. Limits never pass by themselves.
 */
public final class ManualTiming implements EngineTiming {

	private final List<Duration> waits = new CopyOnWriteArrayList<>();

	private Instant now = Instant.parse("2026-11-23T12:00:00Z");

	private long nanos;

	private final Scheduler scheduler = new WaitingScheduler();

	public List<Duration> waits() {
		return this.waits;
	}

	public synchronized void advance(Duration duration) {
		this.now = this.now.plus(duration);
		this.nanos += duration.toNanos();
	}

	@Override
	public synchronized long nanoTime() {
		return this.nanos;
	}

	@Override
	public synchronized Instant now() {
		return this.now;
	}

	@Override
	public void sleep(Duration duration) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		this.waits.add(duration);
		advance(duration);
	}

	@Override
	public Scheduler scheduler() {
		return this.scheduler;
	}

	/**
	 * Runs delayed tasks at once and notes the delay. What the engine schedules as a
	 * limit is told apart by its length and never runs: the limits of tests are hours.
	 */
	private final class WaitingScheduler implements Scheduler {

		private static final Duration LIMIT = Duration.ofMinutes(30);

		private final Scheduler delegate = Schedulers.boundedElastic();

		@Override
		public Disposable schedule(Runnable task) {
			return this.delegate.schedule(task);
		}

		@Override
		public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
			Duration duration = Duration.of(delay, unit.toChronoUnit());
			if (duration.compareTo(LIMIT) > 0) {
				return () -> {
				};
			}
			ManualTiming.this.waits.add(duration);
			advance(duration);
			return this.delegate.schedule(task);
		}

		@Override
		public long now(TimeUnit unit) {
			return unit.convert(nanoTime(), TimeUnit.NANOSECONDS);
		}

		@Override
		public Worker createWorker() {
			return this.delegate.createWorker();
		}

	}

}
