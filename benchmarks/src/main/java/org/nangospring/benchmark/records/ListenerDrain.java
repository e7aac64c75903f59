package org.nangospring.benchmark.records;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.nangospring.client.NangoClient;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordListenerContainer;
import org.nangospring.listener.RecordListenerDefinition;

/**
 * A listener of all connections, from an empty store of positions until every record was
 * delivered.
 */
public final class ListenerDrain implements Drain {

	/** How many streams are read at the same time. */
	static final int CONCURRENCY = 4;

	private static final long SECONDS = 120;

	private final NangoClient client;

	private final long records;

	/**
	 * Creates the drain.
	 * @param client calls the stub
	 * @param records how many records there are
	 */
	public ListenerDrain(NangoClient client, long records) {
		this.client = client;
		this.records = records;
	}

	@Override
	public Total drain() {
		Total total = new Total();
		CountDownLatch done = new CountDownLatch(1);
		RecordListenerContainer container = RecordListenerContainer.builder(this.client)
			.concurrency(CONCURRENCY)
			.build();
		container.register(RecordListenerDefinition.of("github", "Invoice", Invoice.class)
			.batches((batch) -> deliver(batch, total, done)));
		container.start();
		try {
			if (!done.await(SECONDS, TimeUnit.SECONDS)) {
				throw new IllegalStateException("Only " + total.count() + " records were delivered");
			}
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
		finally {
			container.destroy();
		}
		return total;
	}

	private void deliver(RecordBatch<Invoice> batch, Total total, CountDownLatch done) {
		Total part = new Total();
		batch.forEach((record) -> NangoDrain.add(part, record));
		total.add(part);
		if (total.count() >= this.records) {
			done.countDown();
		}
	}

}
