package org.nangospring.client.record;

import org.jspecify.annotations.Nullable;

/**
 * A record with what Nango knows about it.
 *
 * @param <T> the type of the payload
 */
public final class NangoRecord<T> {

	private final String id;

	private final @Nullable T data;

	private final RecordMetadata metadata;

	/**
	 * Creates a record.
	 * @param id the id of the record
	 * @param data the payload, or null when the record was deleted or pruned
	 * @param metadata what Nango knows about it
	 */
	public NangoRecord(String id, @Nullable T data, RecordMetadata metadata) {
		this.id = id;
		this.data = data;
		this.metadata = metadata;
	}

	/**
	 * The id of the record.
	 * @return the id that the sync gave it
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The payload.
	 * @return the payload, or null when the record {@link #isDeleted() was deleted} or
	 * {@link #isPruned() pruned}: Nango keeps no more than the id of those
	 */
	public @Nullable T data() {
		return this.data;
	}

	/**
	 * What Nango knows about the record.
	 * @return the metadata
	 */
	public RecordMetadata metadata() {
		return this.metadata;
	}

	/**
	 * Whether the record was deleted at the provider.
	 * @return whether it was
	 */
	public boolean isDeleted() {
		return isDeleted(this.metadata);
	}

	/**
	 * Whether the payload was removed from Nango to save space. The record still exists
	 * at the provider unless it was deleted too.
	 * @return whether it was
	 */
	public boolean isPruned() {
		return isPruned(this.metadata);
	}

	static boolean isDeleted(RecordMetadata metadata) {
		return metadata.deletedAt() != null || metadata.lastAction().value().equals(RecordAction.DELETED.value());
	}

	static boolean isPruned(RecordMetadata metadata) {
		return metadata.prunedAt() != null;
	}

	/**
	 * The payload is the user's own and is not shown.
	 */
	@Override
	public String toString() {
		return "NangoRecord[id=" + this.id + ", lastAction=" + this.metadata.lastAction() + "]";
	}

}
