package org.nangospring.benchmark;

import java.util.List;
import java.util.Map;

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
			"ReactiveCalls.observedWebClient", "ReactiveCalls.reactorNetty");

	private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

	private static final int REWARM_MILLIS = 1_000;

	private final RunOptions options;

	private final Results results;

	private final String host;

	private CallsBenchmark(RunOptions options, Results results, String host) {
		super(options);
		this.options = options;
		this.results = results;
		this.host = host;
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
	void start(Map<String, ChildProcess> workers) {
		for (String client : CLIENTS) {
			workers.put(client, ChildProcess.java(client, HEAP, Worker.class, this.host));
		}
		NodeSdk.start(this.host).ifPresent((node) -> workers.put(NODE, node));
	}

	@Override
	void warmUp(String client, ChildProcess worker) {
		for (int callers : CALLERS) {
			worker.ask(command(client, callers, this.options.warmupSeconds() * 1_000, 500));
		}
	}

	@Override
	void measure(int round, List<Map.Entry<String, ChildProcess>> workers) {
		for (int callers : CALLERS) {
			for (Map.Entry<String, ChildProcess> worker : workers) {
				String client = worker.getKey();
				String command = command(client, callers, REWARM_MILLIS, this.options.seconds() * 1_000);
				Measurement values = worker.getValue().ask(command);
				System.out.printf("Round %d, %2d callers, %-32s %,9.0f calls a second%n", round, callers, client,
						values.get("callsPerSecond"));
				this.results.add(client, callers, round, values);
			}
		}
	}

	private static String command(String client, int callers, int warmupMillis, int millis) {
		return "calls " + client + " " + callers + " " + warmupMillis + " " + millis;
	}

}
