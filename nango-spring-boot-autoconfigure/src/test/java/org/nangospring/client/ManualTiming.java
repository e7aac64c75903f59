package org.nangospring.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.nangospring.client.http.EngineTiming;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A clock that only moves when somebody waits or a test moves it, so that tests can count
 * waits instead of sitting through them. Limits on calls pass only when a test says so.
 */
public final class ManualTiming implements EngineTiming {

	private final List<Duration> waits = new CopyOnWriteArrayList<>();

	private final List<Duration> limits = new CopyOnWriteArrayList<>();

	private final List<Scheduled> scheduled = new CopyOnWriteArrayList<>();

	private Instant now = Instant.parse("2026-11-23T12:00:00Z");

	private long nanos;

	private volatile boolean limitsPass;

	private volatile Sinks.Empty<Object> endOfCallUnderWay = Sinks.empty();

	private final Semaphore limitsSet = new Semaphore(0);

	/**
	 * The waits so far, in order.
	 */
	public List<Duration> waits() {
		return this.waits;
	}

	/**
	 * The limits on calls so far, in order.
	 */
	public List<Duration> limits() {
		return this.limits;
	}

	/**
	 * Moves the clock, and does what was to be done in the meantime.
	 */
	public void advance(Duration duration) {
		synchronized (this) {
			this.now = this.now.plus(duration);
			this.nanos += duration.toNanos();
		}
		for (Scheduled task : this.scheduled) {
			if (task.at <= nanoTime() && this.scheduled.remove(task)) {
				task.task.run();
			}
		}
	}

	/**
	 * From now on every limit passes before its call has an answer.
	 */
	public void letLimitsPass() {
		this.limitsPass = true;
	}

	/**
	 * Lets the limit of the call under way pass, but not of those that come later. A
	 * caller that waits sets its limit when the request may be with the server already,
	 * so that comes first.
	 */
	public void endCallUnderWay() throws InterruptedException {
		assertThat(this.limitsSet.tryAcquire(30, TimeUnit.SECONDS)).as("limit of a call").isTrue();
		Sinks.Empty<Object> current = this.endOfCallUnderWay;
		this.endOfCallUnderWay = Sinks.empty();
		current.tryEmitEmpty();
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
	public void sleep(Duration duration, CountDownLatch end) throws InterruptedException {
		if (Thread.interrupted()) {
			throw new InterruptedException();
		}
		waited(duration);
	}

	@Override
	public Mono<?> delay(Duration duration) {
		return Mono.fromCallable(() -> {
			waited(duration);
			return duration;
		});
	}

	@Override
	public Disposable limit(Duration limit, Runnable task) {
		this.limits.add(limit);
		if (this.limitsPass) {
			task.run();
			return Disposables.disposed();
		}
		Disposable end = this.endOfCallUnderWay.asMono().subscribe(null, null, task);
		this.limitsSet.release();
		return end;
	}

	@Override
	public <T> T await(CompletableFuture<T> result, Duration limit)
			throws InterruptedException, ExecutionException, TimeoutException {
		this.limits.add(limit);
		if (this.limitsPass) {
			throw new TimeoutException();
		}
		CompletableFuture<Object> end = this.endOfCallUnderWay.asMono().toFuture();
		this.limitsSet.release();
		try {
			CompletableFuture.anyOf(result.handle((value, failure) -> true), end).get();
		}
		finally {
			// else each call would stay with the sink until the test ends
			end.cancel(true);
		}
		if (!result.isDone()) {
			throw new TimeoutException();
		}
		return result.get();
	}

	@Override
	public Disposable schedule(Duration limit, Runnable task) {
		if (this.limitsPass) {
			return Schedulers.boundedElastic().schedule(task);
		}
		Scheduled later = new Scheduled(nanoTime() + limit.toNanos(), task);
		this.scheduled.add(later);
		return later;
	}

	@Override
	public Disposable every(Duration interval, String thread, Runnable task) {
		Disposable.Swap next = Disposables.swap();
		again(next, interval, task);
		return next;
	}

	private void again(Disposable.Swap next, Duration interval, Runnable task) {
		next.replace(schedule(interval, () -> {
			again(next, interval, task);
			task.run();
		}));
	}

	private void waited(Duration duration) {
		this.waits.add(duration);
		advance(duration);
	}

	private final class Scheduled implements Disposable {

		private final long at;

		private final Runnable task;

		Scheduled(long at, Runnable task) {
			this.at = at;
			this.task = task;
		}

		@Override
		public void dispose() {
			ManualTiming.this.scheduled.remove(this);
		}

	}

}
