package org.nangospring.webhook;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.sync.SyncResult;

/**
 * A run of a sync has ended, well or not. Nango sends one for each model the sync fills.
 */
public non-sealed interface SyncWebhook extends NangoWebhook {

	/**
	 * The connection it is about.
	 * @return integration id and connection id
	 */
	ConnectionReference connection();

	/**
	 * The name of the sync.
	 * @return the name, for example {@code github-issues}
	 */
	String syncName();

	/**
	 * The variant of the sync.
	 * @return the variant; {@code base} for the sync itself
	 */
	String syncVariant();

	/**
	 * The model whose records may have changed.
	 * @return the name, or null when Nango names none, as it may when a run fails
	 */
	@Nullable String model();

	/**
	 * What set off the run. Nango has replaced it with {@link #checkpoints()} for telling
	 * full runs from others.
	 * @return {@code INITIAL}, {@code INCREMENTAL}, {@code WEBHOOK}, or whatever Nango
	 * adds; null when Nango does not tell
	 */
	@Nullable String syncType();

	/**
	 * Whether the run began from nothing, so that its records replace what the
	 * application has, rather than add to it. As Nango's guide says, that is so when
	 * there is no checkpoint it went on from, unless a webhook of the provider set it
	 * off.
	 * @return whether it did
	 */
	boolean isFullSync();

	/**
	 * Whether it went well.
	 * @return whether it did
	 */
	boolean isSuccess();

	/**
	 * What the run changed.
	 * @return the numbers of records, or null when it failed
	 */
	@Nullable SyncResult result();

	/**
	 * When the run began: records with a later change are those it changed.
	 * @return the time, for {@code records(...).modifiedAfter(...)}, or null when the run
	 * failed
	 */
	@Nullable Instant modifiedAfter();

	/**
	 * Nango's older name for {@link #modifiedAfter()}.
	 * @return the time, or null when Nango does not tell
	 */
	@Nullable Instant queryTimestamp();

	/**
	 * From where the sync's script went on, and to where it came.
	 * @return the checkpoints, or null when the sync has none
	 */
	@Nullable SyncCheckpoints checkpoints();

	/**
	 * What went wrong.
	 * @return the error, or null when it went well
	 */
	@Nullable WebhookError error();

	/**
	 * When a run that failed began.
	 * @return the time, or null when it went well
	 */
	@Nullable Instant startedAt();

	/**
	 * When a run that failed ended.
	 * @return the time, or null when it went well
	 */
	@Nullable Instant failedAt();

}
