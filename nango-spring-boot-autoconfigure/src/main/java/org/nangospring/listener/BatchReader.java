package org.nangospring.listener;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.RecordMetadata;
import org.nangospring.client.record.UnreadableRecordException;

/**
 * Takes records in batches. When a page fails in the midst of a batch, what came before
 * is a batch of its own, and the failure comes after it. A batch ends before a record
 * that does not fit the type, too, and that record goes with it.
 *
 * @param <T> the type of the payload
 */
final class BatchReader<T> implements AutoCloseable {

	private final Stream<NangoRecord<T>> stream;

	private final Iterator<NangoRecord<T>> records;

	private final int batchSize;

	private List<NangoRecord<T>> batch = List.of();

	private @Nullable UnreadableRecordException unreadable;

	private @Nullable NangoException failure;

	private boolean atEnd;

	private long count;

	BatchReader(Stream<NangoRecord<T>> stream, int batchSize) {
		this.stream = stream;
		this.records = stream.iterator();
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
		List<NangoRecord<T>> next = new ArrayList<>();
		this.unreadable = null;
		try {
			while (next.size() < this.batchSize && this.records.hasNext()) {
				next.add(this.records.next());
			}
			this.atEnd = next.size() < this.batchSize;
		}
		catch (UnreadableRecordException ex) {
			this.unreadable = ex;
			this.count++;
		}
		catch (NangoException ex) {
			if (next.isEmpty()) {
				throw ex;
			}
			this.failure = ex;
		}
		this.batch = next;
		this.count += next.size();
		return !next.isEmpty() || this.unreadable != null;
	}

	/**
	 * The records of the batch, none when it is only a record that does not fit.
	 */
	List<NangoRecord<T>> batch() {
		return this.batch;
	}

	/**
	 * The record behind the batch if it does not fit the type.
	 */
	@Nullable UnreadableRecordException unreadable() {
		return this.unreadable;
	}

	/**
	 * What is known about the oldest change of the batch.
	 */
	RecordMetadata first() {
		UnreadableRecordException alone = this.unreadable;
		return (alone != null && this.batch.isEmpty()) ? alone.metadata() : this.batch.get(0).metadata();
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
		this.stream.close();
	}

}
