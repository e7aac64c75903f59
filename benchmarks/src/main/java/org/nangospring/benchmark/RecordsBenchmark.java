package org.nangospring.benchmark;

import java.util.List;
import java.util.Map;

import org.nangospring.benchmark.records.DrainMeasurement;
import org.nangospring.benchmark.stub.Ceiling;
import org.nangospring.benchmark.stub.StubProcess;

/**
 * Reading all records, by all clients in turn, and by ours with a small heap too.
 */
final class RecordsBenchmark extends Rounds {

	static final String SMALL_HEAP = "nango64m";

	private static final int RECORDS_IN_PAGE = 1_000;

	private final RunOptions options;

	private final Results results;

	private final String host;

	private RecordsBenchmark(RunOptions options, Results results, String host) {
		super(options);
		this.options = options;
		this.results = results;
		this.host = host;
	}

	static void run(RunOptions options) {
		Results results = Results.begin(options);
		try (StubProcess stub = StubProcess.start(options.records() * 1_000 / RECORDS_IN_PAGE)) {
			double pages = Ceiling.pagesPerSecond(stub.uri(), options.seconds());
			System.out.printf("The stub sends %,.0f records a second%n", pages * RECORDS_IN_PAGE);
			results.facts().with("stubRecordsPerSecond", pages * RECORDS_IN_PAGE);
			new RecordsBenchmark(options, results, stub.uri().toString()).run();
		}
		results.write("records");
	}

	@Override
	void start(Map<String, ChildProcess> workers) {
		List<String> heap = List.of("-Xms512m", "-Xmx512m");
		workers.put(DrainMeasurement.NANGO, ChildProcess.java("drain-nango", heap, Worker.class, this.host));
		workers.put(SMALL_HEAP, ChildProcess.java("drain-nango-64m", List.of("-Xmx64m"), Worker.class, this.host));
		workers.put(DrainMeasurement.HAND_WRITTEN,
				ChildProcess.java("drain-hand-written", heap, Worker.class, this.host));
		NodeSdk.start(this.host).ifPresent((node) -> workers.put(CallsBenchmark.NODE, node));
	}

	@Override
	void warmUp(String client, ChildProcess worker) {
		DrainWarmup.run(this.options, worker, command(client));
	}

	@Override
	void measure(int round, List<Map.Entry<String, ChildProcess>> workers) {
		for (Map.Entry<String, ChildProcess> worker : workers) {
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
