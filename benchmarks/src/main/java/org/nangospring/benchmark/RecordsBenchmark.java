package org.nangospring.benchmark;

import java.util.List;
import java.util.Optional;

import org.nangospring.benchmark.records.DrainMeasurement;
import org.nangospring.benchmark.stub.Ceiling;
import org.nangospring.benchmark.stub.StubProcess;

/**
 * Reading all records, by all clients in turn, and by ours with a small heap too.
 */
final class RecordsBenchmark extends Rounds {

	static final String SMALL_HEAP = "nango64m";

	private static final int RECORDS_IN_PAGE = 1_000;

	private static final List<String> CLIENTS = List.of(DrainMeasurement.NANGO, SMALL_HEAP,
			DrainMeasurement.HAND_WRITTEN, CallsBenchmark.NODE);

	private RecordsBenchmark(RunOptions options, Results results, String host) {
		super(options, results, host);
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
	List<String> clients() {
		return CLIENTS;
	}

	@Override
	Optional<ChildProcess> start(String client) {
		if (client.equals(CallsBenchmark.NODE)) {
			return NodeSdk.start(host());
		}
		List<String> heap = client.equals(SMALL_HEAP) ? List.of("-Xmx64m") : List.of("-Xms512m", "-Xmx512m");
		return Optional.of(ChildProcess.java("drain-" + client, heap, Worker.class, host()));
	}

	@Override
	void measure(int round, String client, ChildProcess worker) {
		String command = "drain " + (client.equals(SMALL_HEAP) ? DrainMeasurement.NANGO : client) + " "
				+ options().records() * 1_000L;
		DrainWarmup.run(options(), worker, command);
		Measurement values = worker.ask(command);
		double records = values.get("records");
		if (records != options().records() * 1_000.0) {
			throw new IllegalStateException(client + " read " + records + " records");
		}
		values.with("recordsPerSecond", records / values.get("seconds"));
		System.out.printf("Round %d, %-12s %6.2f s%n", round, client, values.get("seconds"));
		results().add(client, 1, round, values);
	}

}
