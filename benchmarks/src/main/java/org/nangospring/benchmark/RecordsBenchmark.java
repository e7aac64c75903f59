package org.nangospring.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nangospring.benchmark.records.DrainMeasurement;
import org.nangospring.benchmark.stub.Ceiling;
import org.nangospring.benchmark.stub.StubProcess;

/**
 * Reading all records, by all clients in turn, and by ours with a small heap too.
 */
final class RecordsBenchmark {

	static final String SMALL_HEAP = "nango64m";

	private static final int RECORDS_IN_PAGE = 1_000;

	/** The compilers are at work until here, and would meet the first rounds only. */
	private static final int WARMUP_DRAINS = 3;

	private final RunOptions options;

	private final Results results;

	private final Map<String, ChildProcess> workers = new LinkedHashMap<>();

	private RecordsBenchmark(RunOptions options) {
		this.options = options;
		this.results = Results.begin(options);
	}

	static void run(RunOptions options) {
		new RecordsBenchmark(options).run();
	}

	private void run() {
		try (StubProcess stub = StubProcess.start(this.options.records() * 1_000 / RECORDS_IN_PAGE)) {
			double pages = Ceiling.pagesPerSecond(stub.uri(), this.options.seconds());
			System.out.printf("The stub sends %,.0f records a second%n", pages * RECORDS_IN_PAGE);
			this.results.facts().with("stubRecordsPerSecond", pages * RECORDS_IN_PAGE);
			try {
				startWorkers(stub.uri().toString());
				this.workers.forEach((client, worker) -> {
					System.out.println("Warming up " + client);
					for (int drain = 0; drain < WARMUP_DRAINS; drain++) {
						worker.ask(command(client));
					}
				});
				for (int round = 1; round <= this.options.rounds(); round++) {
					measure(round);
				}
			}
			finally {
				this.workers.values().forEach(ChildProcess::close);
			}
		}
		this.results.write("records");
	}

	private void startWorkers(String host) {
		List<String> heap = List.of("-Xms512m", "-Xmx512m");
		this.workers.put(DrainMeasurement.NANGO, ChildProcess.java("drain-nango", heap, Worker.class, host));
		this.workers.put(SMALL_HEAP, ChildProcess.java("drain-nango-64m", List.of("-Xmx64m"), Worker.class, host));
		this.workers.put(DrainMeasurement.HAND_WRITTEN,
				ChildProcess.java("drain-hand-written", heap, Worker.class, host));
		NodeSdk.start(host).ifPresent((node) -> this.workers.put(CallsBenchmark.NODE, node));
	}

	private void measure(int round) {
		List<Map.Entry<String, ChildProcess>> order = new ArrayList<>(this.workers.entrySet());
		Collections.rotate(order, round);
		for (Map.Entry<String, ChildProcess> worker : order) {
			Measurement values = worker.getValue().ask(command(worker.getKey()));
			double records = values.get("records");
			if (records != this.options.records() * 1_000.0) {
				throw new IllegalStateException(worker.getKey() + " read " + records + " records");
			}
			values.with("recordsPerSecond", records / values.get("seconds"));
			System.out.printf("Round %d, %-12s %6.2f s%n", round, worker.getKey(), values.get("seconds"));
			this.results.add(worker.getKey(), 1, round, values);
		}
	}

	private String command(String client) {
		return "drain " + (client.equals(SMALL_HEAP) ? DrainMeasurement.NANGO : client) + " "
				+ this.options.records() * 1_000L;
	}

}
