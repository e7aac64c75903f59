package org.nangospring.benchmark;

import java.util.List;
import java.util.Optional;

import org.nangospring.benchmark.stub.Ceiling;
import org.nangospring.benchmark.stub.StubProcess;

/**
 * One call, by all clients in turn, each for a few seconds with each number of callers.
 */
final class CallsBenchmark extends Rounds {

	static final List<Integer> CALLERS = List.of(1, 16, 64);

	static final String NODE = "node";

	private static final List<String> CLIENTS = List.of("BlockingCalls.nango", "BlockingCalls.webClient",
			"BlockingCalls.observedWebClient", "ReactiveCalls.nango", "ReactiveCalls.webClient",
			"ReactiveCalls.observedWebClient", "ReactiveCalls.reactorNetty", NODE);

	private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

	private CallsBenchmark(RunOptions options, Results results, String host) {
		super(options, results, host);
	}

	static void run(RunOptions options) {
		Results results = Results.begin(options);
		try (StubProcess stub = StubProcess.start(1)) {
			double ceiling = Ceiling.callsPerSecond(stub.uri(), options.seconds());
			System.out.printf("The stub answers %,.0f calls a second%n", ceiling);
			results.facts().with("stubCallsPerSecond", ceiling);
			StubProcess.Usage before = stub.usage();
			new CallsBenchmark(options, results, stub.uri().toString()).run();
			results.facts().with("stubMicrosPerCall", stub.usage().microsSince(before));
		}
		results.write("calls");
	}

	@Override
	List<String> clients() {
		return CLIENTS;
	}

	@Override
	Optional<ChildProcess> start(String client) {
		return client.equals(NODE) ? NodeSdk.start(host())
				: Optional.of(ChildProcess.java(client, HEAP, Worker.class, host()));
	}

	@Override
	void measure(int round, String client, ChildProcess worker) {
		for (int callers : CALLERS) {
			Measurement values = worker.ask("calls " + client + " " + callers + " " + options().warmupSeconds() * 1_000
					+ " " + options().seconds() * 1_000);
			System.out.printf("Round %d, %2d callers, %-32s %,9.0f calls a second%n", round, callers, client,
					values.get("callsPerSecond"));
			results().add(client, callers, round, values);
		}
	}

}
