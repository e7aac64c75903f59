package org.nangospring.test;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The records of one model of one connection. Each change moves a record to the end of
 * the list, as with a real Nango, so whoever goes on after a cursor gets what has changed
 * since.
 * <p>
 * Records are anything that becomes an object with an {@code id} in JSON.
 */
public final class MockRecords {

	private final MockClock clock;

	private final String name;

	private final Map<String, StoredRecord> records = new LinkedHashMap<>();

	private final Map<String, Integer> unreported = new TreeMap<>();

	private @Nullable Instant unreportedSince;

	private @Nullable Instant time;

	MockRecords(MockClock clock, String name) {
		this.clock = clock;
		this.name = name;
	}

	/**
	 * Dates the changes that follow, each a microsecond after the one before.
	 * @param newTime the time of the next change; within the last 12 months, if it is to
	 * be found with {@code modifiedAfter}
	 * @return the same records
	 */
	public synchronized MockRecords at(Instant newTime) {
		this.time = Arguments.required(newTime, "time").truncatedTo(ChronoUnit.MICROS);
		return this;
	}

	/**
	 * Adds records.
	 * @param added the records, in order
	 * @return the same records
	 * @throws IllegalArgumentException if one has no id, or is there
	 */
	public MockRecords added(Object... added) {
		return added(Arrays.asList(added));
	}

	/**
	 * Adds records.
	 * @param added the records, in order
	 * @return the same records
	 * @throws IllegalArgumentException if one has no id, or is there
	 */
	public synchronized MockRecords added(Collection<?> added) {
		for (Object each : added) {
			ObjectNode data = data(each);
			StoredRecord before = this.records.get(id(data));
			if (before != null && !before.isDeleted()) {
				throw new IllegalArgumentException("There is a record \"" + id(data) + "\" in " + this.name
						+ " already: change it with updated(...)");
			}
			change(id(data), data, "ADDED");
		}
		return this;
	}

	/**
	 * Changes records.
	 * @param updated the records as they are now
	 * @return the same records
	 * @throws IllegalArgumentException if one has no id, or is not there
	 */
	public MockRecords updated(Object... updated) {
		return updated(Arrays.asList(updated));
	}

	/**
	 * Changes records.
	 * @param updated the records as they are now
	 * @return the same records
	 * @throws IllegalArgumentException if one has no id, or is not there
	 */
	public synchronized MockRecords updated(Collection<?> updated) {
		for (Object each : updated) {
			ObjectNode data = data(each);
			change(existing(id(data)).id(), data, "UPDATED");
		}
		return this;
	}

	/**
	 * Deletes records: they stay in the list, without payload.
	 * @param ids their ids
	 * @return the same records
	 * @throws IllegalArgumentException if one is not there
	 */
	public synchronized MockRecords deleted(String... ids) {
		for (String id : ids) {
			change(id, existing(id).data(), StoredRecord.DELETED);
		}
		return this;
	}

	/**
	 * Removes the payload of records, as Nango does after 30 days. That is no change, so
	 * they keep their place.
	 * @param ids their ids
	 * @return the same records
	 * @throws IllegalArgumentException if one is not there
	 */
	public synchronized MockRecords pruned(String... ids) {
		for (String id : ids) {
			this.records.put(id, existing(id).pruned(this.clock.now()));
		}
		return this;
	}

	synchronized List<StoredRecord> inOrder() {
		return this.records.values().stream().sorted(Comparator.comparing(StoredRecord::position)).toList();
	}

	synchronized long count() {
		return this.records.values().stream().filter((stored) -> !stored.isDeleted()).count();
	}

	/**
	 * Counts the changes since the last time, for the webhook that tells of them.
	 */
	synchronized Report report() {
		ObjectNode counts = MockJson.object();
		for (String action : List.of("added", "deleted", "updated")) {
			counts.put(action, this.unreported.getOrDefault(action.toUpperCase(Locale.ROOT), 0));
		}
		// before the first of them, since only what is later than a time is found
		Instant since = (this.unreportedSince != null) ? this.unreportedSince : this.clock.now();
		this.unreported.clear();
		this.unreportedSince = null;
		return new Report(since.minusMillis(1), counts);
	}

	private void change(String id, ObjectNode data, String action) {
		StoredRecord before = this.records.get(id);
		Instant now = nextTime();
		Instant firstSeen = (before != null) ? before.firstSeenAt() : now;
		this.records.put(id, new StoredRecord(id, data, action, firstSeen, now, null));
		this.unreported.merge(action, 1, Integer::sum);
		if (this.unreportedSince == null || now.isBefore(this.unreportedSince)) {
			this.unreportedSince = now;
		}
	}

	private Instant nextTime() {
		if (this.time == null) {
			return this.clock.next();
		}
		Instant now = this.time;
		this.time = now.plus(1, ChronoUnit.MICROS);
		return now;
	}

	private StoredRecord existing(String id) {
		StoredRecord stored = this.records.get(id);
		if (stored == null) {
			throw new IllegalArgumentException(
					"There is no record \"" + id + "\" in " + this.name + ": add it with added(...)");
		}
		return stored;
	}

	private static ObjectNode data(Object each) {
		ObjectNode data = MockJson.objectOf(Arguments.required(each, "record"), "record");
		JsonNode id = data.get("id");
		if (id == null || !(id.isString() || id.isNumber())) {
			throw new IllegalArgumentException("A record needs an id, as in Map.of(\"id\", \"1\", \"title\", \"…\")");
		}
		return data.put("id", id.asString());
	}

	private static String id(ObjectNode data) {
		return data.path("id").asString();
	}

	/**
	 * What has changed.
	 *
	 * @param since a time before the first change
	 * @param counts how many records were added, updated and deleted
	 */
	record Report(Instant since, ObjectNode counts) {
	}

}
