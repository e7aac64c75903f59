package org.nangospring.sample.nango;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The three ways in which Nango writes a date.
 */
final class Timestamps {

	private static final DateTimeFormatter MILLIS_Z = utc("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

	private static final DateTimeFormatter MILLIS_OFFSET = utc("uuuu-MM-dd'T'HH:mm:ss.SSS'+00:00'");

	private static final DateTimeFormatter MICROS_OFFSET = utc("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'");

	private Timestamps() {
	}

	static String millisZ(Instant instant) {
		return MILLIS_Z.format(instant);
	}

	static String millis(Instant instant) {
		return MILLIS_OFFSET.format(instant);
	}

	static String micros(Instant instant) {
		return MICROS_OFFSET.format(instant);
	}

	static Instant parse(String text) {
		return OffsetDateTime.parse(text).toInstant();
	}

	private static DateTimeFormatter utc(String pattern) {
		return DateTimeFormatter.ofPattern(pattern).withZone(ZoneOffset.UTC);
	}

}
