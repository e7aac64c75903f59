package org.nangospring.sample.nango;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One run of a sync. Like a script that saves each page as it gets it from the provider,
 * it makes its changes visible page by page.
 */
final class SyncRun {

	private static final int PAGE = 200;

	private static final Duration SHORTEST = Duration.ofSeconds(2);

	private static final Duration TIME_PER_PAGE = Duration.ofSeconds(1);

	private final Instant begunAt;

	private final boolean initial;

	private final List<RecordBatch.Change> changes;

	private final @Nullable String failure;

	private final int pages;

	private int savedPages;

	private SyncRun(Instant begunAt, boolean initial, List<RecordBatch.Change> changes, @Nullable String failure) {
		this.begunAt = begunAt;
		this.initial = initial;
		this.changes = changes;
		this.failure = failure;
		this.pages = Math.max(1, (changes.size() + PAGE - 1) / PAGE);
	}

	static SyncRun of(RecordBatch batch, boolean initial) {
		return new SyncRun(batch.at(), initial, batch.changes(), null);
	}

	/**
	 * A run whose script fails.
	 * @param begunAt when it has begun
	 * @param initial whether it fetches everything
	 * @param failure why it fails
	 * @return the run, without any change
	 */
	static SyncRun failing(Instant begunAt, boolean initial, String failure) {
		return new SyncRun(begunAt, initial, List.of(), failure);
	}

	Instant begunAt() {
		return this.begunAt;
	}

	Instant endsAt() {
		return endOfPage(this.pages);
	}

	boolean isInitial() {
		return this.initial;
	}

	/**
	 * Why it fails.
	 * @return the message of the script's error, or null if it does not fail
	 */
	@Nullable String failure() {
		return this.failure;
	}

	/**
	 * Saves what the script has got from the provider until now.
	 * @param records where
	 * @param now the time
	 */
	void saveUntil(RecordSet records, Instant now) {
		while (this.savedPages < this.pages && !endOfPage(this.savedPages + 1).isAfter(now)) {
			savePage(records, endOfPage(this.savedPages + 1));
			this.savedPages++;
		}
	}

	void saveAll(RecordSet records, Instant at) {
		for (; this.savedPages < this.pages; this.savedPages++) {
			savePage(records, at.minusMillis((long) (this.pages - 1 - this.savedPages) * PAGE));
		}
	}

	ObjectNode result() {
		return Json.object((it) -> it.put("added", count(StoredRecord.Action.ADDED))
			.put("deleted", count(StoredRecord.Action.DELETED))
			.put("updated", count(StoredRecord.Action.UPDATED)));
	}

	private void savePage(RecordSet records, Instant at) {
		int from = this.savedPages * PAGE;
		int to = Math.min(from + PAGE, this.changes.size());
		for (int i = from; i < to; i++) {
			RecordBatch.Change change = this.changes.get(i);
			// in their order the first time: records of the very same time come in an
			// arbitrary one
			records.store(change.id(), change.data(), change.action(), this.initial ? at.minusMillis(to - 1 - i) : at);
		}
	}

	private Instant endOfPage(int number) {
		Duration whole = TIME_PER_PAGE.multipliedBy(this.pages);
		Duration time = (whole.compareTo(SHORTEST) > 0) ? whole : SHORTEST;
		return this.begunAt.plus(time.multipliedBy(number).dividedBy(this.pages));
	}

	private int count(StoredRecord.Action action) {
		return (int) this.changes.stream().filter((change) -> change.action() == action).count();
	}

}
