package org.nangospring.client.record;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Some records, in the order in which they were changed.
 *
 * @param <T> the type of the payload
 */
public final class RecordPage<T> {

	private final List<NangoRecord<T>> records;

	private final @Nullable String nextCursor;

	/**
	 * Creates a page.
	 * @param records the records
	 * @param nextCursor the cursor of the next page, or null after the last
	 */
	public RecordPage(List<NangoRecord<T>> records, @Nullable String nextCursor) {
		this.records = List.copyOf(records);
		this.nextCursor = nextCursor;
	}

	/**
	 * The records.
	 * @return the records, oldest change first; a page can be shorter than its limit and
	 * still not be the last
	 */
	public List<NangoRecord<T>> records() {
		return this.records;
	}

	/**
	 * How to get the next page.
	 * @return the cursor for {@link Records#after(String)}, or null after the last page
	 */
	public @Nullable String nextCursor() {
		return this.nextCursor;
	}

	@Override
	public String toString() {
		return "RecordPage[" + this.records.size() + " records" + ((this.nextCursor != null) ? ", more follow]" : "]");
	}

}
