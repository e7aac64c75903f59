package org.nangospring.batch;

import java.util.Iterator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.Records;
import org.nangospring.client.record.UnreadableRecordException;

import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;
import org.springframework.batch.infrastructure.item.ReaderNotOpenException;

/**
 * Reads the records of one model of one connection in a step of Spring Batch, one page
 * ahead, in constant memory. The cursor of the last record is saved with each chunk, and
 * a restart goes on behind it. <pre class="code">
 * NangoRecordItemReader.builder(nango.connection("stripe", "conn-1").records("Invoice", Invoice.class))
 * 	.name("invoices")
 * 	.build();
 * </pre>
 * <p>
 * A record that does not fit its type fails the read with an
 * {@link UnreadableRecordException}, which names it. The step may skip that: the next
 * read goes on behind the record. Do not retry it, because a retry is a next read. Other
 * failures are those of calls: the next read asks for the same page again.
 * <p>
 * Not safe for use by many threads; see
 * {@link org.springframework.batch.infrastructure.item.support.SynchronizedItemStreamReader}.
 * Not final, because a bean in step scope is called through a subclass.
 *
 * @param <T> the type of a record's payload
 */
public class NangoRecordItemReader<T> implements ItemStreamReader<NangoRecord<T>> {

	private final Records<T> records;

	private final String cursorKey;

	private final boolean saveState;

	private boolean opened;

	private @Nullable String cursor;

	private @Nullable Stream<NangoRecord<T>> stream;

	private @Nullable Iterator<NangoRecord<T>> iterator;

	NangoRecordItemReader(Builder<T> builder) {
		this.records = builder.records;
		this.cursorKey = builder.name + ".cursor";
		this.saveState = builder.saveState;
	}

	/**
	 * Begins a reader.
	 * @param <T> the type of a record's payload
	 * @param records the records to read, with page size, variant and whatever else
	 * narrows them; the first run begins where they do
	 * @return a builder
	 */
	public static <T> Builder<T> builder(Records<T> records) {
		return new Builder<>(records);
	}

	@Override
	public void open(ExecutionContext executionContext) {
		closeStream();
		boolean saved = this.saveState && executionContext.containsKey(this.cursorKey);
		this.cursor = saved ? executionContext.getString(this.cursorKey) : null;
		this.opened = true;
	}

	/**
	 * Reads a record.
	 * @return the record, or null after the last one
	 * @throws UnreadableRecordException if the record does not fit its type
	 * @throws org.nangospring.client.NangoException if a page cannot be fetched
	 * @throws ReaderNotOpenException if the reader is not open
	 */
	@Override
	public @Nullable NangoRecord<T> read() {
		if (!this.opened) {
			throw new ReaderNotOpenException("This reader is not open. If it is wrapped, register it with the step by"
					+ " stream(reader), so that the step opens it");
		}
		Iterator<NangoRecord<T>> next = (this.iterator != null) ? this.iterator : openStream();
		try {
			NangoRecord<T> record = next.hasNext() ? next.next() : null;
			if (record != null) {
				this.cursor = record.metadata().cursor();
			}
			return record;
		}
		catch (UnreadableRecordException ex) {
			this.cursor = ex.metadata().cursor();
			throw ex;
		}
		catch (RuntimeException ex) {
			closeStream();
			throw ex;
		}
	}

	private Iterator<NangoRecord<T>> openStream() {
		Stream<NangoRecord<T>> opening = ((this.cursor != null) ? this.records.after(this.cursor) : this.records)
			.stream();
		Iterator<NangoRecord<T>> first = opening.iterator();
		this.stream = opening;
		this.iterator = first;
		return first;
	}

	/**
	 * Saves the cursor of the record that was read last. Called by the step with each
	 * chunk.
	 */
	@Override
	public void update(ExecutionContext executionContext) {
		if (this.saveState && this.cursor != null) {
			executionContext.putString(this.cursorKey, this.cursor);
		}
	}

	@Override
	public void close() {
		this.opened = false;
		closeStream();
	}

	private void closeStream() {
		Stream<NangoRecord<T>> open = this.stream;
		this.stream = null;
		this.iterator = null;
		if (open != null) {
			open.close();
		}
	}

	/**
	 * Builds a reader.
	 *
	 * @param <T> the type of a record's payload
	 */
	public static final class Builder<T> {

		private final Records<T> records;

		private String name = "nangoRecords";

		private boolean saveState = true;

		Builder(Records<T> records) {
			this.records = Arguments.required(records, "records");
		}

		/**
		 * Sets the name under which the cursor is saved. The default is
		 * {@code nangoRecords}; two readers of one step need a name each.
		 * @param newName the name
		 * @return this builder
		 */
		public Builder<T> name(String newName) {
			this.name = Arguments.text(newName, "name");
			return this;
		}

		/**
		 * Sets whether the cursor is saved. It is by default; without it a restart reads
		 * from the beginning.
		 * @param newSaveState whether it is
		 * @return this builder
		 */
		public Builder<T> saveState(boolean newSaveState) {
			this.saveState = newSaveState;
			return this;
		}

		/**
		 * Makes the reader.
		 * @return the reader
		 */
		public NangoRecordItemReader<T> build() {
			return new NangoRecordItemReader<>(this);
		}

	}

}
