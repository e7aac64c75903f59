package org.nangospring.client.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
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

	private final Set<Limit> limits = ConcurrentHashMap.newKeySet();

	private final AtomicBoolean ticking = new AtomicBoolean();

	/**
	 * Emits something when a limit has passed, at most a tick late.
	 */
	Mono<?> after(Duration duration) {
		if (duration.compareTo(SHORT) < 0) {
			return Mono.delay(duration);
		}
		return Mono.create((sink) -> {
			Limit limit = new Limit(System.nanoTime() + duration.toNanos(), sink);
			this.limits.add(limit);
			sink.onDispose(() -> this.limits.remove(limit));
			tickLater();
		});
	}

	private void tickLater() {
		if (!this.ticking.get() && this.ticking.compareAndSet(false, true)) {
			Schedulers.parallel().schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
		}
	}

	private void tick() {
		long now = System.nanoTime();
		for (Limit limit : this.limits) {
			if (now - limit.at >= 0) {
				limit.sink.success(limit);
			}
		}
		this.ticking.set(false);
		if (!this.limits.isEmpty()) {
			tickLater();
		}
	}

	private static final class Limit {

		private final long at;

		private final MonoSink<Object> sink;

		Limit(long at, MonoSink<Object> sink) {
			this.at = at;
			this.sink = sink;
		}

	}

}
