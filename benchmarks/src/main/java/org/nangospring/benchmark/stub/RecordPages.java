package org.nangospring.benchmark.stub;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

/**
 * Pages of records, each record of 1 KB with an id and a cursor of its own. All are made
 * before the first request, but for the number of the page: that is written into a
 * finished page with two small stores for each record. To be used by one thread.
 */
final class RecordPages {

	static final int RECORDS_IN_PAGE = 1_000;

	static final int RECORD_SIZE = 1_024;

	static final int MAX_PAGES = 0x1000;

	private static final String TIME = "2026-03-14T09:26:53.589793+00:00";

	/** Where the number of the page stands in an id: three hexadecimal digits. */
	private static final int PAGE_IN_ID = 32;

	/** The same in a cursor: there these digits are four of Base64. */
	private static final int PAGE_IN_CURSOR = (TIME.length() + 2 + PAGE_IN_ID) / 3 * 4;

	private final int pages;

	private final byte[] template = new byte[RECORDS_IN_PAGE * RECORD_SIZE];

	private final int[] idOffsets = new int[RECORDS_IN_PAGE];

	private final int[] cursorOffsets = new int[RECORDS_IN_PAGE];

	private final Deque<ByteBuf> free = new ArrayDeque<>();

	RecordPages(int pages) {
		if (pages < 1 || pages > MAX_PAGES) {
			throw new IllegalArgumentException("There can be 1 to " + MAX_PAGES + " pages, not " + pages);
		}
		this.pages = pages;
		for (int index = 0; index < RECORDS_IN_PAGE; index++) {
			String record = record(index);
			byte[] bytes = record.getBytes(StandardCharsets.US_ASCII);
			System.arraycopy(bytes, 0, this.template, index * RECORD_SIZE, RECORD_SIZE);
			this.idOffsets[index] = index * RECORD_SIZE + record.indexOf(id(0, index)) + PAGE_IN_ID;
			this.cursorOffsets[index] = index * RECORD_SIZE + record.indexOf(cursor(0, index)) + PAGE_IN_CURSOR;
		}
	}

	/**
	 * Reads the page to send from a request.
	 * @param requestLine the first line of the request
	 * @return the number of the page, the first is 0
	 */
	int pageAfter(String requestLine) {
		int start = requestLine.indexOf("cursor=");
		if (start < 0) {
			return 0;
		}
		start += "cursor=".length() + PAGE_IN_CURSOR;
		byte[] digits = Base64.getDecoder().decode(requestLine.substring(start, start + 4));
		return (Integer.parseInt(new String(digits, StandardCharsets.US_ASCII), 16) + 1) % this.pages;
	}

	/**
	 * What stands before the records.
	 */
	String prefix(int page) {
		String next = (page < this.pages - 1) ? '"' + cursor(page, RECORDS_IN_PAGE - 1) + '"' : "null";
		return "{\"next_cursor\":" + next + ",\"records\":[";
	}

	/**
	 * What stands behind them.
	 */
	String suffix() {
		return "]}";
	}

	/**
	 * The records of a page.
	 * @return a buffer to give back when it has been sent
	 */
	ByteBuf take(int page) {
		ByteBuf records = this.free.poll();
		if (records == null) {
			records = Unpooled.directBuffer(this.template.length).writeBytes(this.template);
		}
		byte[] hex = hex(page).getBytes(StandardCharsets.US_ASCII);
		byte[] base64 = Base64.getEncoder().encode(hex);
		for (int index = 0; index < RECORDS_IN_PAGE; index++) {
			records.setBytes(this.idOffsets[index], hex);
			records.setBytes(this.cursorOffsets[index], base64);
		}
		return records;
	}

	void giveBack(ByteBuf records) {
		this.free.push(records);
	}

	private static String record(int index) {
		String start = ((index > 0) ? "," : " ") + """
				{"id":"%s","number":"INV-2026-%06d","status":"%s","amountInCents":%d,"paid":%s,\
				"customer":{"name":"Customer %04d","email":"billing+%04d@example.com","country":"PT"},\
				"tags":["quarterly","region-%d"],"issuedAt":"2026-02-%02dT08:15:%02d.250Z",\
				"dueAt":"2026-03-%02dT23:59:59.000Z","description":\"""".formatted(id(0, index), index,
				(index % 3 == 0) ? "open" : "settled", 10_000 + index * 7, index % 3 != 0, index, index, index % 9,
				1 + index % 28, index % 60, 1 + index % 28);
		String end = """
				","_nango_metadata":{"first_seen_at":"%s","last_modified_at":"%s","last_action":"ADDED",\
				"deleted_at":null,"pruned_at":null,"cursor":"%s"}}""".formatted(TIME, TIME, cursor(0, index));
		String text = "Hosting and support for the second quarter, as agreed in the contract. ".repeat(12);
		return start + text.substring(0, RECORD_SIZE - start.length() - end.length()) + end;
	}

	private static String id(int page, int index) {
		return "5f0c1d2e-7a64-5b1f-9c3d-4e8ab" + hex(index) + hex(page) + "7";
	}

	private static String cursor(int page, int index) {
		String text = TIME + "||" + id(page, index);
		return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.US_ASCII));
	}

	private static String hex(int number) {
		return String.format("%03x", number);
	}

	int contentLength(int page) {
		return prefix(page).length() + this.template.length + suffix().length();
	}

}
