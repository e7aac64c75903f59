package org.nangospring.benchmark.records;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import org.nangospring.benchmark.stub.StubServer;
import org.nangospring.client.NangoClient;
import org.nangospring.client.record.NangoRecord;

/**
 * What {@link ListenerDrain} reads, with the streams of the client and nothing around
 * them: no positions, no batches, no retries.
 */
public final class StreamsDrain implements Drain {

	private final NangoClient client;

	/**
	 * Creates the drain.
	 * @param client calls the stub
	 */
	public StreamsDrain(NangoClient client) {
		this.client = client;
	}

	@Override
	public Total drain() {
		Total total = new Total();
		ExecutorService threads = Executors.newFixedThreadPool(ListenerDrain.CONCURRENCY);
		try {
			List<Future<?>> streams = new ArrayList<>();
			for (int number = 1; number <= StubServer.CONNECTIONS; number++) {
				String connection = "conn-" + number;
				streams.add(threads.submit(() -> total.add(read(connection))));
			}
			for (Future<?> stream : streams) {
				stream.get();
			}
		}
		catch (InterruptedException | ExecutionException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			threads.shutdownNow();
		}
		return total;
	}

	private Total read(String connection) {
		Total total = new Total();
		try (Stream<NangoRecord<Invoice>> records = this.client.connection("github", connection)
			.records("Invoice", Invoice.class)
			.limit(1_000)
			.stream()) {
			records.forEach((record) -> NangoDrain.add(total, record));
		}
		return total;
	}

}
