package org.nangospring.benchmark.calls;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.connection.Connection;
import org.openjdk.jmh.annotations.Benchmark;

/**
 * Callers that wait: one call after the other in each of JMH's threads.
 */
public class BlockingCalls {

	/**
	 * Our client, everything on.
	 * @param clients has it
	 * @return the answer
	 */
	@Benchmark
	public Connection nango(CallClients.Nango clients) {
		return clients.blocking().connection("github", "conn-1").get();
	}

	/**
	 * WebClient by hand, nothing on.
	 * @param clients has it
	 * @return the answer
	 */
	@Benchmark
	public @Nullable Object webClient(CallClients.Plain clients) {
		return clients.calls().call().block();
	}

	/**
	 * WebClient by hand, built with the builder that Spring Boot hands out, which
	 * observes.
	 * @param clients has it
	 * @return the answer
	 */
	@Benchmark
	public @Nullable Object observedWebClient(CallClients.Observed clients) {
		return clients.calls().call().block();
	}

}
