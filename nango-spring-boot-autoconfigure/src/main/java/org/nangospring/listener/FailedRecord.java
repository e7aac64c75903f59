package org.nangospring.listener;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.record.RecordMetadata;

/**
 * A record that could not be delivered, as Nango sent it.
 */
public final class FailedRecord {

	private final String id;

	private final RecordMetadata metadata;

	private final @Nullable String payload;

	/**
	 * Creates a record.
	 * @param id the id of the record
	 * @param metadata what Nango knows about it
	 * @param payload the payload as JSON, or null when it was deleted or pruned
	 */
	public FailedRecord(String id, RecordMetadata metadata, @Nullable String payload) {
		this.id = id;
		this.metadata = metadata;
		this.payload = payload;
	}

	/**
	 * The id of the record.
	 * @return the id
	 */
	public String id() {
		return this.id;
	}

	/**
	 * What Nango knows about the record.
	 * @return the metadata
	 */
	public RecordMetadata metadata() {
		return this.metadata;
	}

	/**
	 * The payload as Nango sent it.
	 * @return a JSON object, or null when the record was deleted or pruned
	 */
	public @Nullable String payload() {
		return this.payload;
	}

	/**
	 * The payload is the user's own and is not shown.
	 */
	@Override
	public String toString() {
		return "FailedRecord[id=" + this.id + ", lastAction=" + this.metadata.lastAction() + "]";
	}

}
