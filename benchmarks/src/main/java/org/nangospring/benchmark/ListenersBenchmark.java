package org.nangospring.benchmark;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nangospring.benchmark.records.DrainMeasurement;
import org.nangospring.benchmark.stub.StubProcess;
import org.nangospring.benchmark.stub.StubServer;

/**
 * Reading the records of many connections with a listener, and with the plain streams of
 * the client, both with a small heap.
 */
final class ListenersBenchmark {

	/** How many pages of 1,000 records each connection has. */
	static final int PAGES = 2;

	static final int RECORDS = PAGES * 1_000 * StubServer.CONNECTIONS;

	private static final int WARMUP_DRAINS = 5;

	private ListenersBenchmark() {
	}

	static void run(RunOptions options) {
		Results results = Results.begin(options);
		Map<String, ChildProcess> workers = new LinkedHashMap<>();
		try (StubProcess stub = StubProcess.start(PAGES)) {
			try {
				for (String client : List.of(DrainMeasurement.LISTENERS, DrainMeasurement.STREAMS)) {
					workers.put(client, ChildProcess.java("drain-" + client, List.of("-Xmx64m"), Worker.class,
							stub.uri().toString()));
				}
				for (int drain = 0; drain < WARMUP_DRAINS; drain++) {
					workers.forEach((client, worker) -> worker.ask("drain " + client + " " + RECORDS));
				}
				for (int round = 1; round <= options.rounds(); round++) {
					measure(workers, round, results);
				}
			}
			finally {
				workers.values().forEach(ChildProcess::close);
			}
		}
		results.write("listeners");
	}

	private static void measure(Map<String, ChildProcess> workers, int round, Results results) {
		List<Map.Entry<String, ChildProcess>> order = new ArrayList<>(workers.entrySet());
		Collections.rotate(order, round);
		for (Map.Entry<String, ChildProcess> worker : order) {
			String client = worker.getKey();
			Measurement values = worker.getValue().ask("drain " + client + " " + RECORDS);
			if (values.get("records") != RECORDS) {
				throw new IllegalStateException(client + " read " + values.get("records") + " records");
			}
			values.with("recordsPerSecond", RECORDS / values.get("seconds"));
			System.out.printf("Round %d, %-10s %6.2f s, %,.0f records/s, CPU %.2f s, heap %.0f MB, after gc %.0f MB%n",
					round, client, values.get("seconds"), values.get("recordsPerSecond"), values.get("cpuSeconds"),
					values.get("heapPeak") / 1e6, values.get("heapAfterCollection") / 1e6);
			results.add(client, 1, round, values);
		}
	}

}
