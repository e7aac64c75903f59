package org.nangospring.client.sync;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a sync is doing. Values that Nango adds later are kept as they are, so compare
 * with the constants and expect others.
 *
 * @param value Nango's name for it in upper case
 */
public record SyncState(@JsonValue String value) {

	/** The sync runs at the moment. */
	public static final SyncState RUNNING = new SyncState("RUNNING");

	/** The sync does not run on its schedule until it is started. */
	public static final SyncState PAUSED = new SyncState("PAUSED");

	/** The sync was stopped. */
	public static final SyncState STOPPED = new SyncState("STOPPED");

	/** The last run succeeded, or there has been none yet. */
	public static final SyncState SUCCESS = new SyncState("SUCCESS");

	/** The last run failed. */
	public static final SyncState ERROR = new SyncState("ERROR");

	/**
	 * Creates a state.
	 * @param value Nango's name for it
	 */
	@JsonCreator
	public SyncState {
		value = value.toUpperCase(Locale.ROOT);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
