package org.nangospring.client.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * The end of a client: whoever sends, waits or reads when it comes is told at once,
 * instead of finding out when a limit passes.
 */
final class Closing {

	private final CountDownLatch latch = new CountDownLatch(1);

	private final Set<CompletableFuture<?>> watched = ConcurrentHashMap.newKeySet();

	private final Sinks.Empty<Object> signal = Sinks.empty();

	/**
	 * Fails something when the client is closed.
	 */
	<T> Mono<T> endsWith(Mono<T> mono) {
		// takeUntilOther would leave the connection open: it does not cancel on an error
		return Mono.firstWithSignal(this.<T>closed(), mono);
	}

	/**
	 * Cancels something when the client is closed, until the watch ends.
	 */
	Watch cancels(CompletableFuture<?> result) {
		this.watched.add(result);
		if (this.latch.getCount() == 0) {
			result.cancel(true);
		}
		return () -> this.watched.remove(result);
	}

	/**
	 * Waits on the calling thread.
	 * @throws ClientClosedException if the client is closed in the meantime
	 */
	void sleep(EngineTiming timing, Duration duration) throws InterruptedException {
		timing.sleep(duration, this.latch);
		if (this.latch.getCount() == 0) {
			throw ClientClosedException.underWay();
		}
	}

	/**
	 * Runs a task when the client is closed.
	 * @return disposed when it no longer matters
	 */
	Disposable onClose(Runnable task) {
		return this.signal.asMono().subscribe((none) -> {
		}, (closed) -> task.run());
	}

	@SuppressWarnings("unchecked")
	private <T> Mono<T> closed() {
		// it never has a value
		return (Mono<T>) this.signal.asMono();
	}

	void close() {
		this.latch.countDown();
		this.watched.forEach((result) -> result.cancel(true));
		this.signal.tryEmitError(ClientClosedException.underWay());
	}

	/**
	 * While it is open, the end of the client matters to somebody.
	 */
	@FunctionalInterface
	interface Watch extends AutoCloseable {

		@Override
		void close();

	}

}
