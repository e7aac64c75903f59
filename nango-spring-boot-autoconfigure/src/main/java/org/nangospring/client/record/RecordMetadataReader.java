package org.nangospring.client.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.IsoInstants;
import org.nangospring.client.http.NangoJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ObjectReader;

/**
 * Reads what Nango knows about a record. All records of a page have the same few members
 * in the same order, so they are looked for where they are expected. Whatever looks
 * different is left to Jackson.
 */
final class RecordMetadataReader {

	private static final JavaType TYPE = NangoJson.instance().type(RecordMetadataData.class);

	private static final ObjectReader READER = NangoJson.instance().reader(TYPE);

	private static final byte[] FIRST_SEEN_AT = name("{", "first_seen_at");

	private static final byte[] LAST_MODIFIED_AT = name(",", "last_modified_at");

	private static final byte[] LAST_ACTION = name(",", "last_action");

	private static final byte[] DELETED_AT = name(",", "deleted_at");

	private static final byte[] PRUNED_AT = name(",", "pruned_at");

	private static final byte[] CURSOR = name(",", "cursor");

	private static final byte[] NULL = bytes("null");

	private static final byte[] END = bytes("}");

	private static final List<Map.Entry<RecordAction, byte[]>> ACTIONS = Stream
		.of(RecordAction.ADDED, RecordAction.UPDATED, RecordAction.DELETED)
		.map((action) -> Map.entry(action, bytes(action.value())))
		.toList();

	private static final int UNEXPECTED = -1;

	/** A time with nanoseconds and a zone has 35 characters. */
	private static final int LONGEST_TIME = 35;

	private final byte[] json;

	private final int length;

	private final char[] chars = new char[LONGEST_TIME];

	/** Where the last value that was read began. */
	private int from;

	/** The position behind what was read so far, or {@link #UNEXPECTED}. */
	private int at;

	RecordMetadataReader(byte[] json, int length) {
		this.json = json;
		this.length = length;
	}

	/**
	 * Reads metadata if they look as they usually do.
	 * @param start where they begin
	 * @return the metadata, or null if they look different
	 */
	@Nullable RecordMetadata readUsual(int start) {
		this.at = start;
		Instant firstSeenAt = time(FIRST_SEEN_AT);
		Instant lastModifiedAt = time(LAST_MODIFIED_AT);
		RecordAction action = action();
		Instant deletedAt = time(DELETED_AT);
		Instant prunedAt = time(PRUNED_AT);
		String cursor = cursor();
		if (action == null || cursor == null || !follows(END)) {
			return null;
		}
		this.at += END.length;
		return new RecordMetadataData(firstSeenAt, lastModifiedAt, action, deletedAt, prunedAt, cursor, Map.of());
	}

	/**
	 * The position behind metadata that looked as usual.
	 */
	int end() {
		return this.at;
	}

	/**
	 * Reads metadata that may look in any way.
	 * @param start where they begin
	 * @param end the position behind them
	 * @return the metadata, or null if they are null
	 */
	@Nullable RecordMetadata read(int start, int end) {
		try {
			return READER.readValue(this.json, start, end - start);
		}
		catch (JacksonException ex) {
			throw NangoJson.instance().unusable(ex, TYPE);
		}
	}

	private @Nullable Instant time(byte[] name) {
		if (!string(name)) {
			return null;
		}
		int length = this.at - 1 - this.from;
		if (length > this.chars.length) {
			this.at = UNEXPECTED;
			return null;
		}
		for (int i = 0; i < length; i++) {
			this.chars[i] = (char) this.json[this.from + i];
		}
		Instant instant = IsoInstants.parse(this.chars, 0, length);
		if (instant == null) {
			this.at = UNEXPECTED;
		}
		return instant;
	}

	private @Nullable RecordAction action() {
		if (string(LAST_ACTION)) {
			for (Map.Entry<RecordAction, byte[]> action : ACTIONS) {
				byte[] value = action.getValue();
				if (Arrays.equals(this.json, this.from, this.at - 1, value, 0, value.length)) {
					return action.getKey();
				}
			}
		}
		return null;
	}

	private @Nullable String cursor() {
		return string(CURSOR) ? new String(this.json, this.from, this.at - 1 - this.from, StandardCharsets.US_ASCII)
				: null;
	}

	/**
	 * Goes on behind a member whose value is null or a plain string.
	 * @return whether it is a string
	 */
	private boolean string(byte[] name) {
		if (!follows(name)) {
			this.at = UNEXPECTED;
			return false;
		}
		this.at += name.length;
		if (follows(NULL)) {
			this.at += NULL.length;
			return false;
		}
		this.from = this.at + 1;
		this.at = this.json[this.at] == '"' ? behindPlainString(this.from) : UNEXPECTED;
		return this.at != UNEXPECTED;
	}

	private boolean follows(byte[] expected) {
		return this.at != UNEXPECTED && this.at + expected.length < this.length
				&& Arrays.equals(this.json, this.at, this.at + expected.length, expected, 0, expected.length);
	}

	/**
	 * The position behind a string of ASCII without escapes.
	 */
	private int behindPlainString(int start) {
		for (int i = start; i < this.length; i++) {
			byte character = this.json[i];
			if (character == '"') {
				return i + 1;
			}
			if (character == '\\' || character < ' ') {
				return UNEXPECTED;
			}
		}
		return UNEXPECTED;
	}

	private static byte[] name(String before, String name) {
		return bytes(before + '"' + name + "\":");
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.US_ASCII);
	}

}
