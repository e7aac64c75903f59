package org.nangospring.benchmark.records;

import java.time.Instant;
import java.util.stream.Stream;

import org.nangospring.client.NangoClient;
import org.nangospring.client.record.NangoRecord;

/**
 * Our client, as the documentation shows it.
 */
public final class NangoDrain implements Drain {

	private final NangoClient client;

	/**
	 * Creates the drain.
	 * @param client calls the stub
	 */
	public NangoDrain(NangoClient client) {
		this.client = client;
	}

	@Override
	public Total drain() {
		Total total = new Total();
		try (Stream<NangoRecord<Invoice>> records = this.client.connection("github", "conn-1")
			.records("Invoice", Invoice.class)
			.limit(1_000)
			.stream()) {
			records.forEach((record) -> add(total, record));
		}
		return total;
	}

	static void add(Total total, NangoRecord<Invoice> record) {
		Invoice invoice = record.data();
		Instant lastModifiedAt = record.metadata().lastModifiedAt();
		if (invoice == null || lastModifiedAt == null) {
			throw new IllegalStateException("The stub has neither pruned nor deleted records");
		}
		total.add(invoice.amountInCents(), invoice.issuedAt(), lastModifiedAt);
	}

}
