package org.nangospring.listener;

import java.util.Iterator;
import java.util.List;

import org.nangospring.client.record.NangoRecord;

/**
 * Some changes of one stream that follow each other, oldest first. There is at least one.
 * Records that were deleted or pruned are among them, without payload: ask
 * {@link NangoRecord#isDeleted()} and {@link NangoRecord#isPruned()}.
 *
 * @param <T> the type of the payload
 */
public final class RecordBatch<T> implements Iterable<NangoRecord<T>> {

	private final RecordStreamId stream;

	private final List<NangoRecord<T>> records;

	/**
	 * Creates a batch.
	 * @param stream the stream it is from
	 * @param records the records, at least one
	 * @throws IllegalArgumentException if there are none
	 */
	public RecordBatch(RecordStreamId stream, List<NangoRecord<T>> records) {
		if (records.isEmpty()) {
			throw new IllegalArgumentException("A batch has at least one record");
		}
		this.stream = stream;
		this.records = List.copyOf(records);
	}

	/**
	 * The stream it is from.
	 * @return says which connection and model
	 */
	public RecordStreamId stream() {
		return this.stream;
	}

	/**
	 * The records.
	 * @return the records, oldest change first, at least one
	 */
	public List<NangoRecord<T>> records() {
		return this.records;
	}

	/**
	 * How many records there are.
	 * @return the number, at least 1
	 */
	public int size() {
		return this.records.size();
	}

	/**
	 * The place of the first record in its stream.
	 * @return the cursor
	 */
	public String firstCursor() {
		return this.records.get(0).metadata().cursor();
	}

	/**
	 * The place of the last record in its stream: the position that is saved when the
	 * listener has returned.
	 * @return the cursor
	 */
	public String lastCursor() {
		return this.records.get(this.records.size() - 1).metadata().cursor();
	}

	@Override
	public Iterator<NangoRecord<T>> iterator() {
		return this.records.iterator();
	}

	/**
	 * Payloads are the user's own and are not shown.
	 */
	@Override
	public String toString() {
		return "RecordBatch[" + this.records.size() + " records of " + this.stream + "]";
	}

}
