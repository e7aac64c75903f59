package org.nangospring.client.record;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.RawResponse;
import org.nangospring.client.http.ResponseReader;
import org.nangospring.client.http.SpareArrays;
import org.nangospring.client.http.UnusableAnswerException;
import tools.jackson.databind.ObjectReader;

/**
 * Reads a page of records, but for the payloads: those are read when the records are
 * taken, straight into the caller's type from the same bytes.
 *
 * @param <T> the type of the payload
 */
final class RecordPageReader<T> implements ResponseReader<UnreadPage<T>> {

	private final ObjectReader payload;

	private final @Nullable String cursor;

	private final @Nullable SpareArrays spare;

	/**
	 * Creates a reader.
	 * @param payload reads payloads
	 * @param cursor the cursor that was asked for, or null
	 * @param spare takes the array of the page when all its records are read, or null
	 */
	RecordPageReader(ObjectReader payload, @Nullable String cursor, @Nullable SpareArrays spare) {
		this.payload = payload;
		this.cursor = cursor;
		this.spare = spare;
	}

	@Override
	public UnreadPage<T> read(RawResponse response) {
		ResponseReader.requireJson(response);
		RecordPageScanner page = new RecordPageScanner(response.array(), response.length());
		page.scan();
		String nextCursor = page.nextCursor();
		if (nextCursor != null && nextCursor.equals(this.cursor)) {
			throw new UnusableAnswerException("the next cursor is the one that was asked for, so paging would not end");
		}
		UnreadRecords<T> records = new UnreadRecords<>(response.array(), page.start(), response.length(),
				page.records(), this.payload, this.spare);
		return new UnreadPage<>(records, nextCursor);
	}

}
