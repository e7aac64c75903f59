package org.nangospring.client.record;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.UnusableAnswerException;
import tools.jackson.databind.JavaType;

/**
 * The records of a page as they came: what Nango knows about each is read, the payload
 * when the record is taken. So a caller decodes while the next page is on its way, gets
 * the records before one that does not fit, and nothing is kept of a record that has been
 * handled.
 *
 * @param <T> the type of the payload
 */
final class UnreadRecords<T> extends AbstractList<NangoRecord<T>> implements RandomAccess {

	private final byte[] body;

	private final List<UnreadRecord> records;

	private final JavaType type;

	UnreadRecords(byte[] body, List<UnreadRecord> records, JavaType type) {
		this.body = body;
		this.records = records;
		this.type = type;
	}

	@Override
	public int size() {
		return this.records.size();
	}

	/**
	 * Reads a record.
	 * @throws UnusableAnswerException if the payload does not fit the type
	 */
	@Override
	public NangoRecord<T> get(int index) {
		UnreadRecord record = this.records.get(index);
		NangoRecord<T> bare = new NangoRecord<>(record.id(), null, record.metadata());
		if (bare.isDeleted() || bare.isPruned()) {
			return bare;
		}
		return new NangoRecord<>(record.id(), payload(record, index), record.metadata());
	}

	private @Nullable T payload(UnreadRecord record, int index) {
		try {
			return NangoJson.instance().read(this.body, record.offset(), record.length(), this.type);
		}
		catch (UnusableAnswerException ex) {
			throw unusable(ex.getMessage(), index);
		}
		catch (RuntimeException ex) {
			// a type of the application that refuses what it is given; its message may
			// quote the record, so only its class is told
			throw unusable("the answer cannot be read: " + ex.getClass().getName(), index);
		}
	}

	private static UnusableAnswerException unusable(@Nullable String reason, int index) {
		return new UnusableAnswerException(reason + " (record " + (index + 1) + " of the page)");
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
	}

}
