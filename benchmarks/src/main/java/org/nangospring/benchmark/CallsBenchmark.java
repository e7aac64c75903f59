package org.nangospring.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nangospring.benchmark.stub.Ceiling;
import org.nangospring.benchmark.stub.StubProcess;

/**
 * One call, by all clients in turn. Every client has a warm process of its own; in each
 * round each has a turn of a few seconds, so that what disturbs the machine disturbs them
 * all.
 */
final class CallsBenchmark {

	static final List<Integer> CALLERS = List.of(1, 16, 64);

	static final String NODE = "node";

	private static final List<String> CLIENTS = List.of("BlockingCalls.nango", "BlockingCalls.webClient",
			"BlockingCalls.observedWebClient", "ReactiveCalls.nango", "ReactiveCalls.webClient",
			"ReactiveCalls.observedWebClient", "ReactiveCalls.reactorNetty");

	private static final List<String> HEAP = List.of("-Xms512m", "-Xmx512m");

	private static final int REWARM_MILLIS = 1_000;

	private final RunOptions options;

	private final Results results;

	private final Map<String, ChildProcess> workers = new LinkedHashMap<>();

	private CallsBenchmark(RunOptions options) {
		this.options = options;
		this.results = Results.begin(options);
	}

	static void run(RunOptions options) {
		new CallsBenchmark(options).run();
	}

	private void run() {
		try (StubProcess stub = StubProcess.start(1)) {
			double ceiling = Ceiling.callsPerSecond(stub.uri(), this.options.seconds());
			System.out.printf("The stub answers %,.0f calls a second%n", ceiling);
			this.results.facts().with("stubCallsPerSecond", ceiling);
			try {
				startWorkers(stub.uri().toString());
				warmUp();
				StubProcess.Usage before = stub.usage();
				for (int round = 1; round <= this.options.rounds(); round++) {
					measure(round);
				}
				this.results.facts().with("stubMicrosPerCall", stub.usage().microsSince(before));
			}
			finally {
				this.workers.values().forEach(ChildProcess::close);
			}
		}
		this.results.write("calls");
	}

	private void startWorkers(String host) {
		for (String client : CLIENTS) {
			this.workers.put(client, ChildProcess.java(client, HEAP, Worker.class, host));
		}
		NodeSdk.start(host).ifPresent((node) -> this.workers.put(NODE, node));
	}

	private void warmUp() {
		this.workers.forEach((client, worker) -> {
			System.out.println("Warming up " + client);
			for (int callers : CALLERS) {
				worker.ask(command(client, callers, this.options.warmupSeconds() * 1_000, 500));
			}
		});
	}

	private void measure(int round) {
		for (int callers : CALLERS) {
			List<String> order = new ArrayList<>(this.workers.keySet());
			Collections.rotate(order, round);
			for (String client : order) {
				String command = command(client, callers, REWARM_MILLIS, this.options.seconds() * 1_000);
				Measurement values = worker(client).ask(command);
				System.out.printf("Round %d, %2d callers, %-32s %,9.0f calls a second%n", round, callers, client,
						values.get("callsPerSecond"));
				this.results.add(client, callers, round, values);
			}
		}
	}

	private ChildProcess worker(String client) {
		ChildProcess worker = this.workers.get(client);
		if (worker == null) {
			throw new IllegalStateException("There is no worker " + client);
		}
		return worker;
	}

	private static String command(String client, int callers, int warmupMillis, int millis) {
		return "calls " + client + " " + callers + " " + warmupMillis + " " + millis;
	}

}
