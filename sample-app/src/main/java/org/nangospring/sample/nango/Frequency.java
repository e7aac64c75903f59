package org.nangospring.sample.nango;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * How often a sync runs.
 *
 * @param text how it is written, for instance {@code 6 hours}
 * @param interval the time between two runs
 */
record Frequency(String text, Duration interval) {

	static final String PATTERN = "^(?<every>every )?((?<amount>[0-9]+)?\\s?(?<unit>(s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?))|(?<unit2>(month|week|half day|half hour|quarter hour)))$";

	private static final Pattern COMPILED = Pattern.compile(PATTERN);

	private static final Duration SHORTEST = Duration.ofSeconds(30);

	/**
	 * Reads a frequency.
	 * @param text for instance {@code every 6 hours}
	 * @return the frequency, {@code null} if it isn't one
	 */
	static @Nullable Frequency parse(String text) {
		Matcher matcher = COMPILED.matcher(text);
		if (!matcher.matches()) {
			return null;
		}
		String amount = matcher.group("amount");
		if (amount != null && amount.length() > 4) {
			return null;
		}
		String unit = (matcher.group("unit") != null) ? matcher.group("unit") : matcher.group("unit2");
		Duration interval = unit(unit).multipliedBy((amount != null) ? Integer.parseInt(amount) : 1);
		return new Frequency(text, interval);
	}

	Frequency withoutEvery() {
		return new Frequency(this.text.startsWith("every ") ? this.text.substring("every ".length()) : this.text,
				this.interval);
	}

	boolean isTooShort() {
		return this.interval.compareTo(SHORTEST) < 0;
	}

	private static Duration unit(String unit) {
		return switch (unit) {
			case "month" -> Duration.ofDays(30);
			case "week" -> Duration.ofDays(7);
			case "half day" -> Duration.ofHours(12);
			case "half hour" -> Duration.ofMinutes(30);
			case "quarter hour" -> Duration.ofMinutes(15);
			default -> switch (unit.charAt(0)) {
				case 's' -> Duration.ofSeconds(1);
				case 'm' -> Duration.ofMinutes(1);
				case 'h' -> Duration.ofHours(1);
				default -> Duration.ofDays(1);
			};
		};
	}

}
