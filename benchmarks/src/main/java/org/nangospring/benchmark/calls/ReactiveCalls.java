package org.nangospring.benchmark.calls;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Callers that do not wait: a number of calls is under way at any time, and each that
 * ends makes room for the next.
 */
@State(Scope.Benchmark)
public class ReactiveCalls {

	private static final int CALLS = 2_000;

	/** How many calls are under way at a time. */
	@Param("16")
	public int callers = 16;

	/**
	 * Our client, everything on.
	 * @param clients has it
	 * @return nothing
	 */
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public @Nullable Object nango(CallClients.Nango clients) {
		return run(CALLS, () -> clients.reactive().connection("github", "conn-1").get());
	}

	/**
	 * WebClient by hand, nothing on.
	 * @param clients has it
	 * @return nothing
	 */
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public @Nullable Object webClient(CallClients.Plain clients) {
		return run(CALLS, () -> clients.calls().call());
	}

	/**
	 * WebClient by hand, built with the builder that Spring Boot hands out, which
	 * observes.
	 * @param clients has it
	 * @return nothing
	 */
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public @Nullable Object observedWebClient(CallClients.Observed clients) {
		return run(CALLS, () -> clients.calls().call());
	}

	/**
	 * Reactor Netty by hand, no decoding.
	 * @param clients has it
	 * @return nothing
	 */
	@Benchmark
	@OperationsPerInvocation(CALLS)
	public @Nullable Object reactorNetty(CallClients.Raw clients) {
		return run(CALLS, () -> clients.calls().call());
	}

	@Nullable Object run(int calls, Supplier<Mono<?>> call) {
		return Flux.range(0, calls).flatMap((index) -> call.get(), this.callers, 1).then().block();
	}

}
