package org.nangospring.client.record;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * What Nango knows about a record.
 */
public interface RecordMetadata extends NangoObject {

	/**
	 * When the record was seen first.
	 * @return the time
	 */
	@Nullable Instant firstSeenAt();

	/**
	 * When the record was changed last. Records are listed in this order.
	 * @return the time
	 */
	@Nullable Instant lastModifiedAt();

	/**
	 * What happened to the record last.
	 * @return the action
	 */
	RecordAction lastAction();

	/**
	 * When the record was deleted at the provider.
	 * @return the time, or null when it was not
	 */
	@Nullable Instant deletedAt();

	/**
	 * When the payload of the record was removed from Nango to save space.
	 * @return the time, or null when it was not
	 */
	@Nullable Instant prunedAt();

	/**
	 * The place of the record in the list. Records after it are listed by
	 * {@link Records#after(String)}; keep the cursor of the last record that was handled.
	 * @return the cursor
	 */
	String cursor();

}
