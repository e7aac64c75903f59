package org.nangospring.client.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

import org.nangospring.client.http.EngineTiming;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * The real clocks and waits, which tell when a wait begins.
 */
final class RealTiming implements EngineTiming {

	private final CountDownLatch waiting;

	RealTiming() {
		this(new CountDownLatch(1));
	}

	RealTiming(CountDownLatch waiting) {
		this.waiting = waiting;
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
	public void sleep(Duration duration, CountDownLatch end) throws InterruptedException {
		this.waiting.countDown();
		SYSTEM.sleep(duration, end);
	}

	@Override
	public Mono<?> delay(Duration duration) {
		return SYSTEM.delay(duration).doOnSubscribe((subscription) -> this.waiting.countDown());
	}

	@Override
	public Disposable schedule(Duration limit, Runnable task) {
		return SYSTEM.schedule(limit, task);
	}

}
