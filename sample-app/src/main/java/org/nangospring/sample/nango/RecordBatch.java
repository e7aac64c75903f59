package org.nangospring.sample.nango;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one run of a sync is going to do to its records. It is found out when the run
 * begins, and saved page by page while it goes on.
 */
final class RecordBatch {

	private final RecordSet records;

	private final Instant at;

	private final List<Change> changes = new ArrayList<>();

	private final Set<String> added = new HashSet<>();

	/**
	 * Begins without any change.
	 * @param records the records as they are before the run
	 * @param at when the run has begun
	 */
	RecordBatch(RecordSet records, Instant at) {
		this.records = records;
		this.at = at;
	}

	Instant at() {
		return this.at;
	}

	boolean knows(String id) {
		return this.records.knows(id) || this.added.contains(id);
	}

	/**
	 * How many records there are, those that were deleted included.
	 * @return the number with what this run adds
	 */
	int known() {
		return this.records.size() + (int) this.added.stream().filter((id) -> !this.records.knows(id)).count();
	}

	List<StoredRecord> live() {
		return this.records.live();
	}

	void add(String id, ObjectNode data) {
		this.changes.add(new Change(id, data, StoredRecord.Action.ADDED));
		this.added.add(id);
	}

	void update(String id, ObjectNode data) {
		this.changes.add(new Change(id, data, StoredRecord.Action.UPDATED));
	}

	void delete(String id) {
		this.changes.add(new Change(id, null, StoredRecord.Action.DELETED));
	}

	List<Change> changes() {
		return List.copyOf(this.changes);
	}

	/**
	 * One change.
	 *
	 * @param id the id of the record
	 * @param data its fields, or null to keep them
	 * @param action what happens to it
	 */
	record Change(String id, @Nullable ObjectNode data, StoredRecord.Action action) {
	}

}
