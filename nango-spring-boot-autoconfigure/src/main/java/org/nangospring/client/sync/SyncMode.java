package org.nangospring.client.sync;

/**
 * The older way to say from where a triggered sync begins.
 */
public enum SyncMode {

	/** From where the last run ended. */
	INCREMENTAL("incremental"),

	/** From the beginning. */
	FULL_REFRESH("full_refresh"),

	/** From the beginning, with all records deleted first. */
	FULL_REFRESH_AND_CLEAR_CACHE("full_refresh_and_clear_cache");

	private final String value;

	SyncMode(String value) {
		this.value = value;
	}

	String value() {
		return this.value;
	}

}
