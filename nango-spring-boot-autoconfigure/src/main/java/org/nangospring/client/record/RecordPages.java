package org.nangospring.client.record;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoRequest;
import org.nangospring.client.http.Page;
import org.nangospring.client.http.PageSource;
import org.nangospring.client.http.SpareArrays;

/**
 * Asks for the pages of one stream of records.
 *
 * @param <T> the type of the payload
 */
final class RecordPages<T> implements PageSource<NangoRecord<T>, String> {

	private final RecordQuery<T> query;

	private final CursorGuard guard;

	private final SpareArrays arrays;

	RecordPages(RecordQuery<T> query, CursorGuard guard, SpareArrays arrays) {
		this.query = query;
		this.guard = guard;
		this.arrays = arrays;
	}

	@Override
	public NangoRequest<Page<NangoRecord<T>, String>> request(@Nullable String cursor) {
		RecordQuery<T> page = (cursor != null) ? this.query.after(cursor) : this.query;
		return page.request(this.arrays)
			.map((answer) -> this.guard.check(new Page<>(answer.records(), answer.nextCursor())));
	}

	/**
	 * A cursor is good whatever the size of the page that it came with.
	 */
	@Override
	public @Nullable PageSource<NangoRecord<T>, String> smaller() {
		Integer limit = this.query.limit();
		return (limit != null && limit > 1)
				? new RecordPages<>(this.query.withLimit(Math.max(1, limit / 4)), this.guard, this.arrays) : null;
	}

}
