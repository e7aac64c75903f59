package org.nangospring.client.sync;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * The state of one sync of one connection.
 */
public interface SyncStatus extends NangoObject {

	/**
	 * The id of the sync.
	 * @return a UUID
	 */
	String id();

	/**
	 * The connection it belongs to.
	 * @return the connection id, or null when the server does not tell
	 */
	@Nullable String connectionId();

	/**
	 * The name of the sync.
	 * @return the name, for example {@code github-issues}
	 */
	String name();

	/**
	 * The variant of the sync.
	 * @return the variant; {@code base} for the sync itself
	 */
	String variant();

	/**
	 * What the sync is doing.
	 * @return the state; {@link SyncState#SUCCESS} also before the first run
	 */
	SyncState status();

	/**
	 * How the last run is going or went, which {@link #status()} does not show while the
	 * sync is paused.
	 * @return the state, or null before the first run or when the server does not tell
	 */
	@Nullable SyncState latestExecutionStatus();

	/**
	 * What kind of run was the last.
	 * @return {@code INITIAL} or {@code INCREMENTAL}, or null when the server does not
	 * tell
	 */
	@Nullable String type();

	/**
	 * How often the sync runs.
	 * @return the frequency, for example {@code every day}, or null when the server does
	 * not tell
	 */
	@Nullable String frequency();

	/**
	 * When the last run ended.
	 * @return the time, or null before the first run and while one is going on
	 */
	@Nullable Instant finishedAt();

	/**
	 * When the sync runs next.
	 * @return the time, or null when it is paused
	 */
	@Nullable Instant nextScheduledSyncAt();

	/**
	 * What the last run changed.
	 * @return the changes by the name of the model; empty when there are none
	 */
	Map<String, SyncResult> latestResult();

	/**
	 * How many records there are.
	 * @return the numbers by the name of the model; empty when the server does not tell
	 */
	Map<String, Long> recordCount();

	/**
	 * Where the sync's script will go on.
	 * @return what the script saved, as maps, lists and scalars, or null when it saved
	 * nothing
	 */
	@Nullable Object checkpoint();

}
