package org.nangospring.client.http;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Reads times as Nango and JavaScript write them, {@code 2026-01-02T03:04:05.678Z} or
 * with {@code +00:00}, digit by digit.
 */
public final class IsoInstants {

	private static final int SECONDS_END = 19;

	private static final int NANO_DIGITS = 9;

	private static final int SECONDS_PER_DAY = 86_400;

	private IsoInstants() {
	}

	/**
	 * Reads a time in UTC.
	 * @param text has the time
	 * @param offset where it begins
	 * @param length how many characters it has
	 * @return the time, or null if it is written in another way
	 */
	public static @Nullable Instant parse(char[] text, int offset, int length) {
		int end = offset + length;
		int zone = zone(text, offset, end);
		if (zone < 0 || !hasSeparators(text, offset)) {
			return null;
		}
		int nanos = nanos(text, offset + SECONDS_END, zone);
		int century = twoDigits(text, offset);
		int year = twoDigits(text, offset + 2);
		int month = twoDigits(text, offset + 5);
		int day = twoDigits(text, offset + 8);
		int hour = twoDigits(text, offset + 11);
		int minute = twoDigits(text, offset + 14);
		int second = twoDigits(text, offset + 17);
		if ((nanos | century | year | month | day | hour | minute | second) < 0 || hour > 23 || minute > 59
				|| second > 59) {
			return null;
		}
		try {
			long days = LocalDate.of(century * 100 + year, month, day).toEpochDay();
			return Instant.ofEpochSecond(days * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second, nanos);
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * Where the zone begins, or -1 if there is no zone, it is another than UTC, or there
	 * is no room for the rest before it.
	 */
	private static int zone(char[] text, int offset, int end) {
		boolean letter = end > offset && text[end - 1] == 'Z';
		int zone = letter ? end - 1 : end - 6;
		if (zone < offset + SECONDS_END) {
			return -1;
		}
		boolean utc = letter || (text[zone] == '+' && text[zone + 1] == '0' && text[zone + 2] == '0'
				&& text[zone + 3] == ':' && text[zone + 4] == '0' && text[zone + 5] == '0');
		return utc ? zone : -1;
	}

	private static boolean hasSeparators(char[] text, int offset) {
		return text[offset + 4] == '-' && text[offset + 7] == '-' && text[offset + 10] == 'T'
				&& text[offset + 13] == ':' && text[offset + 16] == ':';
	}

	/**
	 * The fraction of the second, or -1 if it is not one.
	 */
	private static int nanos(char[] text, int from, int to) {
		if (from == to) {
			return 0;
		}
		int digits = to - from - 1;
		if (text[from] != '.' || digits < 1 || digits > NANO_DIGITS) {
			return -1;
		}
		int nanos = 0;
		for (int i = 0; i < NANO_DIGITS; i++) {
			int digit = (i < digits) ? text[from + 1 + i] - '0' : 0;
			if (digit < 0 || digit > 9) {
				return -1;
			}
			nanos = nanos * 10 + digit;
		}
		return nanos;
	}

	private static int twoDigits(char[] text, int index) {
		int tens = text[index] - '0';
		int ones = text[index + 1] - '0';
		return (tens < 0 || tens > 9 || ones < 0 || ones > 9) ? -1 : tens * 10 + ones;
	}

}
