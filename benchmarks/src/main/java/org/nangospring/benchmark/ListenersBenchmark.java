package org.nangospring.benchmark;

import java.util.List;
import java.util.Optional;

import org.nangospring.benchmark.records.DrainMeasurement;
import org.nangospring.benchmark.stub.StubProcess;
import org.nangospring.benchmark.stub.StubServer;

/**
 * Reading the records of many connections with a listener, and with the plain streams of
 * the client, both with a small heap.
 */
final class ListenersBenchmark extends Rounds {

	/** How many pages of 1,000 records each connection has. */
	static final int PAGES = 2;

	static final int RECORDS = PAGES * 1_000 * StubServer.CONNECTIONS;

	private ListenersBenchmark(RunOptions options, Results results, String host) {
		super(options, results, host);
	}

	static void run(RunOptions options) {
		Results results = Results.begin(options);
		try (StubProcess stub = StubProcess.start(PAGES)) {
			new ListenersBenchmark(options, results, stub.uri().toString()).run();
		}
		results.write("listeners");
	}

	@Override
	List<String> clients() {
		return List.of(DrainMeasurement.LISTENERS, DrainMeasurement.STREAMS);
	}

	@Override
	Optional<ChildProcess> start(String client) {
		return Optional.of(ChildProcess.java("drain-" + client, List.of("-Xmx64m"), Worker.class, host()));
	}

	@Override
	void measure(int round, String client, ChildProcess worker) {
		String command = "drain " + client + " " + RECORDS;
		DrainWarmup.run(options(), worker, command);
		Measurement values = worker.ask(command);
		if (values.get("records") != RECORDS) {
			throw new IllegalStateException(client + " read " + values.get("records") + " records");
		}
		values.with("recordsPerSecond", RECORDS / values.get("seconds"));
		System.out.printf("Round %d, %-10s %6.2f s, %,.0f records/s, CPU %.2f s, heap %.0f MB, after gc %.0f MB%n",
				round, client, values.get("seconds"), values.get("recordsPerSecond"), values.get("cpuSeconds"),
				values.get("heapPeak") / 1e6, values.get("heapAfterCollection") / 1e6);
		results().add(client, 1, round, values);
	}

}
