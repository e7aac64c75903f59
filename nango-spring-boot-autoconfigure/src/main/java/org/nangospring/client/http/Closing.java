package org.nangospring.client.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/**
 * The end of a client: whoever sends, waits or reads when it comes is told at once,
 * instead of finding out when a limit passes.
 */
final class Closing {

	private static final Log logger = LogFactory.getLog(Closing.class);

	private final CountDownLatch latch = new CountDownLatch(1);

	private final Set<Task> tasks = ConcurrentHashMap.newKeySet();

	/**
	 * Fails something when the client is closed.
	 */
	<T> Mono<T> endsWith(Mono<T> mono) {
		return mono.timeout(closed());
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
	 * Runs a task when the client is closed, at once if it has been.
	 * @return disposed when it no longer matters
	 */
	Disposable onClose(Runnable action) {
		Task task = new Task(action);
		this.tasks.add(task);
		if (this.latch.getCount() == 0) {
			run(task);
		}
		return () -> this.tasks.remove(task);
	}

	/**
	 * It never has a value.
	 */
	private Mono<Object> closed() {
		return Mono.create((sink) -> sink.onDispose(onClose(() -> sink.error(ClientClosedException.underWay()))));
	}

	void close() {
		this.latch.countDown();
		this.tasks.forEach(this::run);
	}

	/**
	 * Whoever takes a task away runs it, so that it runs once.
	 */
	private void run(Task task) {
		if (!this.tasks.remove(task)) {
			return;
		}
		try {
			task.action.run();
		}
		catch (RuntimeException ex) {
			// it leads to code of the application, and the others have to be told too
			logger.warn("What was told that the client is closed has failed", ex);
		}
	}

	/**
	 * Compared by identity, whatever the action is.
	 */
	private static final class Task {

		private final Runnable action;

		Task(Runnable action) {
			this.action = action;
		}

	}

}
