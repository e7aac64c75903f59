package org.nangospring.client;

import java.time.Duration;

import org.nangospring.client.http.Arguments;

/**
 * Checks limits in time.
 */
final class Durations {

	/** Netty counts some limits in an int of milliseconds. */
	private static final Duration LONGEST = Duration.ofDays(24);

	private Durations() {
	}

	static Duration positive(Duration duration, String name) {
		Arguments.required(duration, name);
		if (duration.compareTo(Duration.ofMillis(1)) < 0 || duration.compareTo(LONGEST) > 0) {
			throw new IllegalArgumentException(
					"The " + name + " must be from 1 millisecond to 24 days, not " + duration);
		}
		return duration;
	}

}
