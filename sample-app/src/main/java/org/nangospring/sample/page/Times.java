package org.nangospring.sample.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Says times as people do.
 */
@Component
class Times {

	private final Clock clock;

	Times(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Says how far a time is from now.
	 * @param time the time, or null
	 * @return for example {@code 5 min ago} or {@code in 2 h}
	 */
	public String relative(@Nullable Instant time) {
		if (time == null) {
			return "–";
		}
		Duration distance = Duration.between(time, this.clock.instant());
		String amount = amount(distance.abs());
		return distance.isNegative() ? "in " + amount : amount + " ago";
	}

	private static String amount(Duration duration) {
		if (duration.toMinutes() < 1) {
			return duration.toSeconds() + " s";
		}
		if (duration.toHours() < 1) {
			return duration.toMinutes() + " min";
		}
		return (duration.toDays() < 1) ? duration.toHours() + " h" : days(duration.toDays());
	}

	private static String days(long days) {
		return (days == 1) ? "1 day" : days + " days";
	}

}
