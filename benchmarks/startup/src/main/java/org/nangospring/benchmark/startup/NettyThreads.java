package org.nangospring.benchmark.startup;

/**
 * Counts the threads that Reactor Netty has.
 */
final class NettyThreads {

	private NettyThreads() {
	}

	static long count() {
		return Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().startsWith("reactor-http") || thread.getName().startsWith("nango"))
			.count();
	}

}
