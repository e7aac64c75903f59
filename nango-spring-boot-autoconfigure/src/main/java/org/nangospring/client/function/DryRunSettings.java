package org.nangospring.client.function;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.nangospring.client.http.Arguments;

/**
 * What a dry run works with.
 */
public final class DryRunSettings {

	private final Map<String, Object> body = new LinkedHashMap<>();

	DryRunSettings() {
	}

	/**
	 * Sets the input of an action.
	 * @param input the input, written as JSON
	 * @return these settings
	 */
	public DryRunSettings input(Object input) {
		return put("input", Arguments.required(input, "input"));
	}

	/**
	 * Sets the metadata that the function sees instead of the connection's.
	 * @param metadata a map, a record or anything else that is an object in JSON
	 * @return these settings
	 */
	public DryRunSettings metadata(Object metadata) {
		return put("metadata", Arguments.required(metadata, "metadata"));
	}

	/**
	 * Sets where a sync goes on.
	 * @param checkpoint a map, a record or anything else that is an object in JSON
	 * @return these settings
	 */
	public DryRunSettings checkpoint(Object checkpoint) {
		return put("checkpoint", Arguments.required(checkpoint, "checkpoint"));
	}

	/**
	 * Sets when a sync ran last.
	 * @param lastSyncDate the time
	 * @return these settings
	 */
	public DryRunSettings lastSyncDate(Instant lastSyncDate) {
		return put("last_sync_date", Arguments.required(lastSyncDate, "last sync date").toString());
	}

	private DryRunSettings put(String name, Object value) {
		this.body.put(name, value);
		return this;
	}

	Map<String, Object> body() {
		return this.body;
	}

}
