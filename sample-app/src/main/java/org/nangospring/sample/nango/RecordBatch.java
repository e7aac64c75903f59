package org.nangospring.sample.nango;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * What one run of a sync does to its records.
 */
final class RecordBatch {

	private final RecordSet records;

	private Instant at;

	private int added;

	private int updated;

	private int deleted;

	RecordBatch(RecordSet records, Instant at) {
		this.records = records;
		this.at = at;
	}

	/**
	 * Moves the changes that follow to another time.
	 * @param time the time
	 */
	void at(Instant time) {
		this.at = time;
	}

	Instant at() {
		return this.at;
	}

	boolean knows(String id) {
		return this.records.knows(id);
	}

	int known() {
		return this.records.size();
	}

	List<StoredRecord> live() {
		return this.records.live();
	}

	void add(String id, ObjectNode data) {
		this.records.store(id, data, StoredRecord.Action.ADDED, this.at);
		this.added++;
	}

	void update(String id, ObjectNode data) {
		this.records.store(id, data, StoredRecord.Action.UPDATED, this.at);
		this.updated++;
	}

	void delete(String id) {
		this.records.store(id, null, StoredRecord.Action.DELETED, this.at);
		this.deleted++;
	}

	ObjectNode result() {
		return Json
			.object((it) -> it.put("added", this.added).put("deleted", this.deleted).put("updated", this.updated));
	}

}
