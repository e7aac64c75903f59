package org.nangospring.client.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/**
 * Threads of tests.
 */
final class Threads {

	private Threads() {
	}

	static Thread daemon(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
		return thread;
	}

	/**
	 * Runs something on a thread of its own.
	 */
	static <T> CompletableFuture<T> start(String name, java.util.function.Supplier<T> task) {
		CompletableFuture<T> future = new CompletableFuture<>();
		daemon(name, () -> {
			try {
				future.complete(task.get());
			}
			catch (Throwable ex) {
				future.completeExceptionally(ex);
			}
		});
		return future;
	}

	/**
	 * Runs something on many threads at once; waits for none of them.
	 */
	static <T> List<CompletableFuture<T>> startAll(int count, IntFunction<T> task) {
		List<CompletableFuture<T>> futures = new ArrayList<>();
		for (int i = 0; i < count; i++) {
			int number = i;
			futures.add(start("caller-" + number, () -> task.apply(number)));
		}
		return futures;
	}

	static Set<Thread> alive() {
		return Thread.getAllStackTraces().keySet().stream().filter(Thread::isAlive).collect(Collectors.toSet());
	}

	/**
	 * Threads that were not there before. Reactor shares its own between all clients;
	 * everything else should be gone.
	 */
	static Set<String> leftBehind(Set<Thread> before) throws InterruptedException {
		for (Thread thread : alive()) {
			if (!before.contains(thread) && thread.getName().matches("(caller|small|fault|raw|slow|standstill)-.*")) {
				thread.join(10_000);
			}
		}
		return alive().stream()
			.filter((thread) -> !before.contains(thread))
			.filter((thread) -> !thread.isDaemon() || !thread.getName().matches("(reactor-|parallel-|bounded).*"))
			.map(Thread::getName)
			.collect(Collectors.toSet());
	}

}
