package org.nangospring.sample.sync;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.sync.SyncState;
import org.nangospring.client.sync.SyncStatus;

/**
 * A sync.
 *
 * @param name its name
 * @param status {@code RUNNING}, {@code SUCCESS}, {@code PAUSED} and so on
 * @param frequency how often it runs, or null
 * @param finishedAt when its last run ended, or null while it runs
 * @param nextRunAt when it runs next, or null while it is paused
 * @param recordCount how many records there are of each model
 * @param latestResult what the last run did to each model
 */
public record SyncView(String name, String status, @Nullable String frequency, @Nullable Instant finishedAt,
		@Nullable Instant nextRunAt, Map<String, Long> recordCount, Map<String, Result> latestResult) {

	static SyncView of(SyncStatus sync) {
		Map<String, Result> results = new TreeMap<>();
		sync.latestResult()
			.forEach((model, result) -> results.put(model,
					new Result(result.added(), result.updated(), result.deleted())));
		return new SyncView(sync.name(), sync.status().value(), sync.frequency(), sync.finishedAt(),
				sync.nextScheduledSyncAt(), sync.recordCount(), results);
	}

	/**
	 * Whether it runs at the moment.
	 * @return whether it does
	 */
	public boolean running() {
		return this.status.equals(SyncState.RUNNING.value());
	}

	/**
	 * How often it runs, in words. Nango leaves the first one out once the frequency was
	 * changed.
	 * @return for example {@code every 6 hours}, or null
	 */
	public @Nullable String schedule() {
		return (this.frequency != null) ? schedule(this.frequency) : null;
	}

	/**
	 * Says a frequency in words.
	 * @param frequency the frequency as Nango has it
	 * @return for example {@code every 6 hours}
	 */
	public static String schedule(String frequency) {
		return frequency.startsWith("every ") ? frequency : "every " + frequency;
	}

	/**
	 * Whether it is paused.
	 * @return whether it is
	 */
	public boolean paused() {
		return this.status.equals(SyncState.PAUSED.value());
	}

	/**
	 * What a run did.
	 *
	 * @param added the records added
	 * @param updated the records updated
	 * @param deleted the records deleted
	 */
	public record Result(long added, long updated, long deleted) {
	}

}
