package org.nangospring.client.record;

import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.BlockingExecutor;
import org.nangospring.client.http.Pages;

/**
 * The records of one model that syncs have collected for a connection, in the order in
 * which they were changed. Immutable: methods that narrow the records return a copy. Both
 * ways to read them fail with a {@link org.nangospring.client.NangoException} when a call
 * does.
 *
 * @param <T> the type of a record's payload
 */
public final class Records<T> {

	private final BlockingExecutor executor;

	private final RecordQuery<T> query;

	private Records(BlockingExecutor executor, RecordQuery<T> query) {
		this.executor = executor;
		this.query = query;
	}

	/**
	 * Made by {@link org.nangospring.client.connection.NangoConnection}.
	 * @param executor runs the calls
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param model the name of the model
	 * @param type the type to read each record as
	 */
	public Records(BlockingExecutor executor, String integrationId, String connectionId, String model, Type type) {
		this(executor, RecordQuery.of(integrationId, connectionId, model, type));
	}

	/**
	 * Only records that come after a cursor.
	 * @param cursor {@link RecordMetadata#cursor()} of the last record that was handled,
	 * or {@link RecordPage#nextCursor()}; null begins with the first
	 * @return a changed copy
	 */
	public Records<T> after(@Nullable String cursor) {
		return new Records<>(this.executor, this.query.after(cursor));
	}

	/**
	 * How many records a page has at most.
	 * @param limit the number, from 1 to 10000; unless set it is 1000 for a stream and
	 * Nango's own 100 for a page. For pruning, how many records one call prunes at most
	 * @return a changed copy
	 */
	public Records<T> limit(int limit) {
		return new Records<>(this.executor, this.query.withLimit(limit));
	}

	/**
	 * Only records to which one of these happened last.
	 * @param actions what happened, at least one
	 * @return a changed copy
	 */
	public Records<T> filter(RecordAction... actions) {
		return new Records<>(this.executor, this.query.withFilter(actions));
	}

	/**
	 * Only records that were changed after a time.
	 * @param time the time, within the last 12 months; sent to the millisecond
	 * @return a changed copy
	 */
	public Records<T> modifiedAfter(Instant time) {
		return new Records<>(this.executor, this.query.withModifiedAfter(time));
	}

	/**
	 * Only records with these ids.
	 * @param ids the ids, from 1 to 100
	 * @return a changed copy
	 */
	public Records<T> ids(String... ids) {
		return new Records<>(this.executor, this.query.withIds(Arrays.asList(ids)));
	}

	/**
	 * Only records of a variant of the sync.
	 * @param variant the name of the variant
	 * @return a changed copy
	 */
	public Records<T> variant(String variant) {
		return new Records<>(this.executor, this.query.withVariant(variant));
	}

	/**
	 * Fetches one page. Calls {@code GET /records}.
	 * @return the page
	 * @throws org.nangospring.client.NangoResponseException if a record does not fit the
	 * type
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 */
	public RecordPage<T> page() {
		return this.executor.execute(this.query.page());
	}

	/**
	 * All records, page after page. Calls {@code GET /records} once for each page. The
	 * next page is fetched while the reader works on this one, once it has taken a
	 * quarter of the first page, so memory holds two pages whatever the total. A page has
	 * 1000 records unless {@link #limit(int)} says otherwise, and fewer after one was
	 * larger than the client holds in memory. Each payload is decoded when its record is
	 * taken.
	 * @return a stream that fetches as it is read; it fails where a page or a record
	 * does, and a new stream {@link #after(String)} the last record goes on from there. A
	 * record that does not fit the type is an {@link UnreadableRecordException}: go on
	 * after the cursor of its metadata, or take the next one from the stream's iterator.
	 * Close the stream if it may not be read to its end
	 */
	public Stream<NangoRecord<T>> stream() {
		return Pages.stream(this.executor, this.query.pages());
	}

	/**
	 * Removes the payload of records from Nango, to save space; ids and metadata stay.
	 * One call prunes a portion. Calls {@code PATCH /records/prune}.
	 * @param untilCursor {@link RecordMetadata#cursor()} of the last record to prune
	 * @return how many records were pruned
	 * @throws IllegalArgumentException if these records are narrowed by more than
	 * {@link #limit(int)} and {@link #variant(String)}
	 */
	public PruneResult prune(String untilCursor) {
		return this.executor.execute(this.query.prune(untilCursor));
	}

	/**
	 * Removes the payload of records from Nango, to save space, until nothing is left to
	 * remove. Calls {@code PATCH /records/prune} again and again.
	 * @param untilCursor {@link RecordMetadata#cursor()} of the last record to prune
	 * @return how many records were pruned
	 * @throws IllegalArgumentException if these records are narrowed by more than
	 * {@link #limit(int)} and {@link #variant(String)}
	 */
	public long pruneAll(String untilCursor) {
		long count = 0;
		PruneResult result;
		do {
			result = prune(untilCursor);
			count += result.count();
		}
		while (result.goesOn());
		return count;
	}

}
