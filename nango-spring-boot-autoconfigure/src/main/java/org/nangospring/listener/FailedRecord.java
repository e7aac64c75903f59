package org.nangospring.listener;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.record.RecordMetadata;

/**
 * A record that could not be delivered.
 */
public final class FailedRecord {

	private final String id;

	private final RecordMetadata metadata;

	private final Supplier<@Nullable String> payload;

	/**
	 * Creates a record.
	 * @param id the id of the record
	 * @param metadata what Nango knows about it
	 * @param payload the payload as JSON, or null when there is none
	 */
	public FailedRecord(String id, RecordMetadata metadata, @Nullable String payload) {
		this(id, metadata, () -> payload);
	}

	FailedRecord(String id, RecordMetadata metadata, Supplier<@Nullable String> payload) {
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
	 * The payload as Nango sends it. An error handler that asks for it has it fetched
	 * once more, together with those of the other records of the same delivery; records
	 * that are parked have theirs.
	 * @return a JSON object, or null when the record was deleted or pruned, or changed
	 * again since: the later change is further on in the stream
	 * @throws org.nangospring.client.NangoException if it cannot be fetched; an error
	 * handler need not catch it, the changes are then tried again later
	 */
	public @Nullable String payload() {
		return this.payload.get();
	}

	/**
	 * The payload is the user's own and is not shown.
	 */
	@Override
	public String toString() {
		return "FailedRecord[id=" + this.id + ", lastAction=" + this.metadata.lastAction() + "]";
	}

}
