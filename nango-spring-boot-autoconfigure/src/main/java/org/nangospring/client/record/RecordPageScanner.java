package org.nangospring.client.record;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.http.UnusableAnswerException;
import org.nangospring.client.record.UnreadRecords.UnreadRecord;
import tools.jackson.databind.JavaType;

/**
 * Goes through a page of records for what Nango knows about each, for where each is, and
 * for the next cursor. Payloads are passed over.
 */
final class RecordPageScanner {

	private static final JavaType TEXT = NangoJson.instance().type(String.class);

	private static final byte[] RECORDS = name("records");

	private static final byte[] NEXT_CURSOR = name("next_cursor");

	private static final byte[] ID = name("id");

	private static final byte[] METADATA = name("_nango_metadata");

	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private final byte[] json;

	private final int length;

	private final JsonSkipper skipper;

	private final RecordMetadataReader metadataReader;

	private @Nullable List<UnreadRecord> records;

	private @Nullable String nextCursor;

	private int start;

	/**
	 * Creates a scanner.
	 * @param json begins with the page
	 * @param length how many bytes the page has
	 */
	RecordPageScanner(byte[] json, int length) {
		this.json = json;
		this.length = length;
		this.skipper = new JsonSkipper(json, length);
		this.metadataReader = new RecordMetadataReader(json, length);
	}

	/**
	 * Goes through the page.
	 * @throws UnusableAnswerException if it is not a page of records
	 */
	void scan() {
		boolean marked = Arrays.equals(this.json, 0, Math.min(3, this.length), BYTE_ORDER_MARK, 0, 3);
		int at = this.skipper.space(marked ? 3 : 0);
		if (isWide()) {
			throw new UnusableAnswerException("the answer is not in UTF-8");
		}
		if (this.skipper.byteAt(at) != '{') {
			throw new UnusableAnswerException("the answer is not an object");
		}
		at = members(at, this::page);
		if (this.skipper.space(at) != this.length) {
			throw this.skipper.invalid(at);
		}
	}

	/**
	 * The records.
	 * @throws UnusableAnswerException if there are none, not even an empty list
	 */
	List<UnreadRecord> records() {
		return Answers.required(this.records, "records");
	}

	/**
	 * Where the list of the records begins.
	 */
	int start() {
		return this.start;
	}

	@Nullable String nextCursor() {
		return this.nextCursor;
	}

	/**
	 * Whether characters have two bytes or four. Then one of the first is zero.
	 */
	private boolean isWide() {
		return this.length > 1 && (this.json[0] == 0 || this.json[1] == 0);
	}

	private int page(int name, int nameEnd, int value) {
		if (is(NEXT_CURSOR, name, nameEnd)) {
			int end = this.skipper.value(value);
			this.nextCursor = text(value, end);
			return end;
		}
		if (is(RECORDS, name, nameEnd) && this.skipper.byteAt(value) == '[') {
			this.start = value;
			return list(value);
		}
		return this.skipper.value(value);
	}

	private int list(int position) {
		List<UnreadRecord> found = new ArrayList<>();
		this.records = found;
		int at = this.skipper.space(position + 1);
		if (this.skipper.byteAt(at) == ']') {
			return at + 1;
		}
		while (true) {
			if (this.skipper.byteAt(at) != '{') {
				throw new UnusableAnswerException("\"records\" is not a list of objects");
			}
			at = record(at, found);
			at = this.skipper.space(at);
			int next = this.skipper.byteAt(at);
			if (next == ']') {
				return at + 1;
			}
			at = this.skipper.space(this.skipper.behind(',', at));
		}
	}

	private int record(int position, List<UnreadRecord> found) {
		RecordMembers members = new RecordMembers();
		int end = members(position, members);
		found.add(new UnreadRecord(Answers.required(members.id, "id"),
				Answers.required(members.metadata, "_nango_metadata"), position, end - position));
		return end;
	}

	/**
	 * Goes through the members of an object.
	 * @return the position behind it
	 */
	private int members(int position, MemberReader reader) {
		int at = this.skipper.space(position + 1);
		if (this.skipper.byteAt(at) == '}') {
			return at + 1;
		}
		while (true) {
			if (this.skipper.byteAt(at) != '"') {
				throw this.skipper.invalid(at);
			}
			int nameEnd = this.skipper.string(at);
			int value = this.skipper.space(this.skipper.behind(':', nameEnd));
			at = this.skipper.space(reader.read(at, nameEnd, value));
			if (this.skipper.byteAt(at) == '}') {
				return at + 1;
			}
			at = this.skipper.space(this.skipper.behind(',', at));
		}
	}

	private boolean is(byte[] name, int start, int end) {
		return end - start == name.length && Arrays.equals(this.json, start, end, name, 0, name.length);
	}

	/**
	 * A scalar as text, or null if it is null or no scalar.
	 */
	private @Nullable String text(int from, int to) {
		byte first = this.json[from];
		if (first == '{' || first == '[') {
			return null;
		}
		if (first == '"') {
			String text = new String(this.json, from + 1, to - from - 2, StandardCharsets.UTF_8);
			return (text.indexOf('\\') < 0) ? text : NangoJson.instance().read(this.json, from, to - from, TEXT);
		}
		String text = new String(this.json, from, to - from, StandardCharsets.US_ASCII);
		return text.equals("null") ? null : text;
	}

	private static byte[] name(String name) {
		return ('"' + name + '"').getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * Reads a member of an object.
	 */
	@FunctionalInterface
	private interface MemberReader {

		/**
		 * Reads it.
		 * @param name where its name is, with its quotes
		 * @param nameEnd the position behind its name
		 * @param value where its value is
		 * @return the position behind its value
		 */
		int read(int name, int nameEnd, int value);

	}

	private final class RecordMembers implements MemberReader {

		private @Nullable String id;

		private @Nullable RecordMetadata metadata;

		@Override
		public int read(int name, int nameEnd, int value) {
			if (is(METADATA, name, nameEnd)) {
				return metadata(value);
			}
			int end = RecordPageScanner.this.skipper.value(value);
			if (is(ID, name, nameEnd)) {
				this.id = text(value, end);
			}
			return end;
		}

		private int metadata(int value) {
			RecordMetadataReader reader = RecordPageScanner.this.metadataReader;
			this.metadata = reader.readUsual(value);
			if (this.metadata != null) {
				return reader.end();
			}
			int end = RecordPageScanner.this.skipper.value(value);
			this.metadata = reader.read(value, end);
			return end;
		}

	}

}
