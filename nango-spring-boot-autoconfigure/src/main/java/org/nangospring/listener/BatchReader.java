package org.nangospring.listener;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.listener.RecordSource.RawRecord;

/**
 * Takes records in batches. When a page fails in the midst of a batch, what came before
 * is a batch of its own, and the failure comes after it.
 */
final class BatchReader implements AutoCloseable {

	private final RecordSource.Reader reader;

	private final int batchSize;

	private List<RawRecord> batch = List.of();

	private @Nullable NangoException failure;

	private boolean atEnd;

	private long count;

	BatchReader(RecordSource.Reader reader, int batchSize) {
		this.reader = reader;
		this.batchSize = batchSize;
	}

	/**
	 * Reads the next batch.
	 * @return whether there is one
	 * @throws NangoException if a page fails
	 */
	boolean next() {
		if (this.failure != null) {
			throw this.failure;
		}
		List<RawRecord> next = new ArrayList<>();
		try {
			while (next.size() < this.batchSize && this.reader.hasNext()) {
				next.add(this.reader.next());
			}
			this.atEnd = next.size() < this.batchSize;
		}
		catch (NangoException ex) {
			if (next.isEmpty()) {
				throw ex;
			}
			this.failure = ex;
		}
		this.batch = next;
		this.count += next.size();
		return !next.isEmpty();
	}

	List<RawRecord> batch() {
		return this.batch;
	}

	/**
	 * Whether nothing follows the batch, as far as that is known without asking.
	 */
	boolean isAtEnd() {
		return this.atEnd;
	}

	long count() {
		return this.count;
	}

	@Override
	public void close() {
		this.reader.close();
	}

}
