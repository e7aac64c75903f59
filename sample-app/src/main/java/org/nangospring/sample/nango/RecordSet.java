package org.nangospring.sample.nango;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of one model of one connection.
 */
final class RecordSet {

	private final Map<String, StoredRecord> records = new LinkedHashMap<>();

	boolean knows(String id) {
		return this.records.containsKey(id);
	}

	int size() {
		return this.records.size();
	}

	int liveCount() {
		return (int) this.records.values().stream().filter(StoredRecord::isLive).count();
	}

	List<StoredRecord> live() {
		return this.records.values().stream().filter(StoredRecord::isLive).toList();
	}

	List<StoredRecord> byModification() {
		return this.records.values().stream().sorted(Comparator.comparing(StoredRecord::position)).toList();
	}

	void clear() {
		this.records.clear();
	}

	/**
	 * Stores a change.
	 * @param id the id of the record
	 * @param data its fields, {@code null} to keep them
	 * @param action what has happened
	 * @param at when
	 */
	void store(String id, @Nullable ObjectNode data, StoredRecord.Action action, Instant at) {
		Instant modifiedAt = at.truncatedTo(ChronoUnit.MICROS);
		StoredRecord previous = this.records.get(id);
		ObjectNode fields = (data != null) ? data : (previous != null) ? previous.data() : Json.object();
		Instant firstSeenAt = (previous != null) ? previous.firstSeenAt() : modifiedAt;
		UUID key = UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
		this.records.put(id,
				new StoredRecord(id, fields, new StoredRecord.Position(modifiedAt, key), firstSeenAt, action));
	}

}
