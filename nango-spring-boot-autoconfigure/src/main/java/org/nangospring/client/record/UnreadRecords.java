package org.nangospring.client.record;

import java.util.AbstractCollection;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.SpareArrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

/**
 * The records of a page as they came: what Nango knows about each is read, the payload
 * when the record is taken. So a caller decodes while the next page is on its way, gets
 * the records before one that does not fit, and nothing is kept of a record that has been
 * handled.
 *
 * @param <T> the type of the payload
 */
final class UnreadRecords<T> extends AbstractCollection<NangoRecord<T>> {

	private final byte[] body;

	private final int start;

	private final int end;

	private final List<UnreadRecord> records;

	private final ObjectReader payload;

	private final @Nullable SpareArrays spare;

	private boolean read;

	/**
	 * Creates the collection.
	 * @param body has the records
	 * @param start where in the body their list begins
	 * @param end where the page ends
	 * @param records the records
	 * @param payload reads payloads
	 * @param spare takes the body when the last record was read, so that the records can
	 * be read once only; or null
	 */
	UnreadRecords(byte[] body, int start, int end, List<UnreadRecord> records, ObjectReader payload,
			@Nullable SpareArrays spare) {
		this.body = body;
		this.start = start;
		this.end = end;
		this.records = records;
		this.payload = payload;
		this.spare = spare;
	}

	@Override
	public int size() {
		return this.records.size();
	}

	/**
	 * Reads the records one by one. Taking one throws an {@link UnreadableRecord} if its
	 * payload does not fit the type; those behind it can be taken all the same.
	 */
	@Override
	public Iterator<NangoRecord<T>> iterator() {
		if (this.read) {
			throw new IllegalStateException("These records are read once only: their bytes serve another page then");
		}
		this.read = this.spare != null;
		return new Reader();
	}

	/**
	 * Must not read them.
	 */
	@Override
	public String toString() {
		return size() + " records";
	}

	/**
	 * A record whose payload is not read yet.
	 *
	 * @param id the id of the record
	 * @param metadata what Nango knows about it
	 * @param offset where it begins in the body
	 * @param length how many bytes it has
	 */
	record UnreadRecord(String id, RecordMetadata metadata, int offset, int length) {

		int end() {
			return this.offset + this.length;
		}

		/**
		 * Nango keeps none of records that were deleted or pruned.
		 */
		boolean hasPayload() {
			return !NangoRecord.isDeleted(this.metadata) && !NangoRecord.isPruned(this.metadata);
		}

	}

	/**
	 * One parser goes through all records, which is cheaper than one for each. When a
	 * payload does not fit, or the parser is not where the record ends, there is one for
	 * each.
	 */
	private final class Reader implements Iterator<NangoRecord<T>> {

		private int taken;

		private @Nullable JsonParser parser;

		private boolean oneByOne;

		@Override
		public boolean hasNext() {
			return this.taken < size();
		}

		@Override
		public NangoRecord<T> next() {
			if (!hasNext()) {
				throw new NoSuchElementException();
			}
			UnreadRecord record = UnreadRecords.this.records.get(this.taken);
			this.taken++;
			try {
				return read(record);
			}
			catch (JacksonException ex) {
				JavaType type = UnreadRecords.this.payload.getValueType();
				throw unreadable(NangoJson.instance().unusable(ex, type).getMessage(), record);
			}
			catch (RuntimeException ex) {
				// a type of the application that refuses what it is given; its message
				// may quote the record, so only its class is told
				throw unreadable("the answer cannot be read: " + ex.getClass().getName(), record);
			}
		}

		private NangoRecord<T> read(UnreadRecord record) {
			if (!this.oneByOne) {
				this.oneByOne = true;
				JsonParser page = (this.parser != null) ? this.parser : open();
				T data = readNext(page, record);
				if (page.currentLocation().getByteOffset() == record.end() - UnreadRecords.this.start) {
					this.oneByOne = false;
					if (!hasNext()) {
						end(page);
					}
					return new NangoRecord<>(record.id(), data, record.metadata());
				}
				// a deserializer of the application left something, or took of the next
			}
			T data = record.hasPayload() ? readAlone(record) : null;
			return new NangoRecord<>(record.id(), data, record.metadata());
		}

		private @Nullable T readNext(JsonParser page, UnreadRecord record) {
			page.nextToken();
			if (record.hasPayload()) {
				return UnreadRecords.this.payload.readValue(page);
			}
			page.skipChildren();
			return null;
		}

		private @Nullable T readAlone(UnreadRecord record) {
			return UnreadRecords.this.payload.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
				.readValue(UnreadRecords.this.body, record.offset(), record.length());
		}

		private void end(JsonParser page) {
			page.close();
			SpareArrays spare = UnreadRecords.this.spare;
			if (spare != null) {
				spare.giveBack(UnreadRecords.this.body);
			}
		}

		private JsonParser open() {
			int offset = UnreadRecords.this.start;
			JsonParser page = NangoJson.instance()
				.mapper()
				.createParser(UnreadRecords.this.body, offset, UnreadRecords.this.end - offset);
			page.nextToken();
			this.parser = page;
			return page;
		}

		private UnreadableRecord unreadable(@Nullable String reason, UnreadRecord record) {
			return new UnreadableRecord(reason + " (record " + this.taken + " of the page)", record);
		}

	}

}
