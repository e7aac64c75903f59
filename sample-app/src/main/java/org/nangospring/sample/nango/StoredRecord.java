package org.nangospring.sample.nango;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as it is after its last change.
 *
 * @param id the id from the provider
 * @param data the fields, with the id
 * @param position where it stands in the order of changes
 * @param firstSeenAt when it was added
 * @param lastAction what the last change was
 */
record StoredRecord(String id, ObjectNode data, Position position, Instant firstSeenAt, Action lastAction) {

	boolean isLive() {
		return this.lastAction != Action.DELETED;
	}

	ObjectNode toJson() {
		Instant modifiedAt = this.position.modifiedAt();
		// of a deleted record, only the id is left
		ObjectNode json = isLive() ? this.data.deepCopy() : Json.object().put("id", this.id);
		json.putObject("_nango_metadata")
			.put("first_seen_at", Timestamps.micros(this.firstSeenAt))
			.put("last_modified_at", Timestamps.micros(modifiedAt))
			.put("last_action", this.lastAction.name())
			.put("deleted_at", isLive() ? null : Timestamps.millis(modifiedAt))
			.putNull("pruned_at")
			.put("cursor", this.position.toCursor());
		return json;
	}

	/**
	 * What has happened to a record.
	 */
	enum Action {

		ADDED, UPDATED, DELETED

	}

	/**
	 * A place in the order of changes. All changes of a run have the same time, hence the
	 * tie-breaker.
	 *
	 * @param modifiedAt when the change was
	 * @param key a key of the record
	 */
	record Position(Instant modifiedAt, UUID key) implements Comparable<Position> {

		private static final String SEPARATOR = "||";

		private static final Comparator<Position> ORDER = Comparator.comparing(Position::modifiedAt)
			.thenComparing((position) -> position.key().toString());

		static @Nullable Position ofCursor(String cursor) {
			try {
				String text = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8);
				int separator = text.indexOf(SEPARATOR);
				return new Position(Timestamps.parse(text.substring(0, separator)),
						UUID.fromString(text.substring(separator + SEPARATOR.length())));
			}
			catch (RuntimeException ex) {
				// no base64, no separator, no date or no key: whichever it is, nobody
				// made it here
				return null;
			}
		}

		String toCursor() {
			String text = Timestamps.micros(this.modifiedAt) + SEPARATOR + this.key;
			return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public int compareTo(Position other) {
			return ORDER.compare(this, other);
		}

	}

}
