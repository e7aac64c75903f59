package org.nangospring.listener.integration;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * One thread, on which a lock is acquired, renewed and released.
 */
final class LockThread implements AutoCloseable {

	private final ExecutorService executor;

	LockThread() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("nango-lock-");
		threads.setDaemon(true);
		this.executor = Executors.newSingleThreadExecutor(threads);
	}

	/**
	 * Does something on the thread and waits for it, also when the caller is interrupted:
	 * a lock that is acquired meanwhile has to be known.
	 * @return what it returns
	 */
	<T> T call(Supplier<T> action) {
		try {
			return CompletableFuture.supplyAsync(action, this.executor).join();
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof RuntimeException failure) {
				throw failure;
			}
			throw ex;
		}
	}

	@Override
	public void close() {
		this.executor.shutdown();
	}

}
