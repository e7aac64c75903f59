package org.nangospring.test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Comparator;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * A record as its last change left it.
 *
 * @param id its id
 * @param data its fields
 * @param action the last change, {@code ADDED}, {@code UPDATED} or {@code DELETED}
 * @param firstSeenAt when it was added
 * @param modifiedAt when it was changed last
 * @param prunedAt when its payload was removed, or null
 */
record StoredRecord(String id, ObjectNode data, String action, Instant firstSeenAt, Instant modifiedAt,
		@Nullable Instant prunedAt) {

	static final String DELETED = "DELETED";

	boolean isDeleted() {
		return this.action.equals(DELETED);
	}

	StoredRecord pruned(Instant time) {
		return new StoredRecord(this.id, this.data, this.action, this.firstSeenAt, this.modifiedAt, time);
	}

	Position position() {
		return new Position(this.modifiedAt, UUID.nameUUIDFromBytes(this.id.getBytes(StandardCharsets.UTF_8)));
	}

	ObjectNode toJson() {
		boolean withoutPayload = isDeleted() || this.prunedAt != null;
		ObjectNode json = withoutPayload ? MockJson.object().put("id", this.id) : this.data.deepCopy();
		json.putObject("_nango_metadata")
			.put("first_seen_at", MockClock.micros(this.firstSeenAt))
			.put("last_modified_at", MockClock.micros(this.modifiedAt))
			.put("last_action", this.action)
			.put("deleted_at", isDeleted() ? MockClock.millis(this.modifiedAt) : null)
			.put("pruned_at", (this.prunedAt != null) ? MockClock.micros(this.prunedAt) : null)
			.put("cursor", position().toCursor());
		return json;
	}

	/**
	 * Where a record stands in the order of changes.
	 *
	 * @param time when it was changed last
	 * @param key tells records apart that were changed at the same time
	 */
	record Position(Instant time, UUID key) implements Comparable<Position> {

		private static final Comparator<Position> ORDER = Comparator.comparing(Position::time)
			.thenComparing((position) -> position.key().toString());

		/**
		 * Reads a cursor.
		 * @return the position, or null if the text is no cursor
		 */
		static @Nullable Position of(String cursor) {
			try {
				String[] parts = new String(Base64.getDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|\\|");
				return (parts.length != 2) ? null
						: new Position(OffsetDateTime.parse(parts[0]).toInstant(), UUID.fromString(parts[1]));
			}
			catch (RuntimeException ex) {
				// no base64, no date or no key
				return null;
			}
		}

		String toCursor() {
			String text = MockClock.micros(this.time) + "||" + this.key;
			return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
		}

		@Override
		public int compareTo(Position other) {
			return ORDER.compare(this, other);
		}

	}

}
