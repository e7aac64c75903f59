package org.nangospring.client.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.nangospring.client.http.EngineTiming;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * Real clocks and limits, but no waits between attempts, so that many callers at once
 * make a storm of it.
 */
final class NoWaiting implements EngineTiming {

	private final AtomicInteger waits = new AtomicInteger();

	/**
	 * How many waits there would have been.
	 */
	AtomicInteger waits() {
		return this.waits;
	}

	@Override
	public long nanoTime() {
		return SYSTEM.nanoTime();
	}

	@Override
	public Instant now() {
		return SYSTEM.now();
	}

	@Override
	public void sleep(Duration duration, CountDownLatch end) {
		this.waits.incrementAndGet();
	}

	@Override
	public Mono<?> delay(Duration duration) {
		return Mono.fromCallable(() -> {
			this.waits.incrementAndGet();
			return duration;
		});
	}

	@Override
	public Disposable schedule(Duration limit, Runnable task) {
		return SYSTEM.schedule(limit, task);
	}

}
