package org.nangospring.client.http;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * Reads the {@code Retry-After} header: whole seconds or a date.
 */
final class RetryAfter {

	/** Longer than anybody waits, short enough to calculate with. */
	private static final Duration FOREVER = Duration.ofDays(365);

	private RetryAfter() {
	}

	/**
	 * The time to wait.
	 * @param value the header, or null
	 * @param now the time of day
	 * @return the time, not negative, or null when the header is missing or not
	 * understood
	 */
	static @Nullable Duration parse(@Nullable String value, Instant now) {
		if (value == null || value.isBlank()) {
			return null;
		}
		String text = value.trim();
		if (text.matches("-?\\d+")) {
			return seconds(text);
		}
		try {
			Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
			return clamp(Duration.between(now, date));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static Duration seconds(String digits) {
		if (digits.startsWith("-")) {
			return Duration.ZERO;
		}
		return (digits.length() > 9) ? FOREVER : clamp(Duration.ofSeconds(Long.parseLong(digits)));
	}

	private static Duration clamp(Duration duration) {
		if (duration.isNegative()) {
			return Duration.ZERO;
		}
		return (duration.compareTo(FOREVER) > 0) ? FOREVER : duration;
	}

}
