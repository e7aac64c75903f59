package org.nangospring.sample.nango;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts requests by the minute. A window begins with the first request after the last
 * one has ended.
 */
final class RateLimit {

	private static final Duration WINDOW = Duration.ofMinutes(1);

	private final Clock clock;

	private final int limit;

	private Instant end = Instant.MIN;

	private int used;

	RateLimit(Clock clock, int limit) {
		this.clock = clock;
		this.limit = limit;
	}

	Permit take() {
		Instant now = this.clock.instant();
		if (!now.isBefore(this.end)) {
			this.end = now.plus(WINDOW);
			this.used = 0;
		}
		this.used++;
		Map<String, String> headers = new LinkedHashMap<>();
		headers.put("x-ratelimit-limit", Integer.toString(this.limit));
		headers.put("x-ratelimit-remaining", Integer.toString(Math.max(0, this.limit - this.used)));
		headers.put("x-ratelimit-reset", Long.toString(this.end.getEpochSecond()));
		boolean exceeded = this.used > this.limit;
		if (exceeded) {
			// rounded down, so that it can be 0
			headers.put("retry-after", Long.toString(Duration.between(now, this.end).toSeconds()));
		}
		return new Permit(exceeded, headers);
	}

	/**
	 * What an answer carries that refuses a request although there may be requests left.
	 * Counts nothing.
	 * @param retryAfter how long to wait
	 * @return the headers
	 */
	Map<String, String> refusal(Duration retryAfter) {
		return Map.of("x-ratelimit-limit", Integer.toString(this.limit), "x-ratelimit-remaining", "0",
				"x-ratelimit-reset", Long.toString(this.clock.instant().plus(retryAfter).getEpochSecond()),
				"retry-after", Long.toString(retryAfter.toSeconds()));
	}

	/**
	 * The outcome for one request.
	 *
	 * @param exceeded whether it must be refused
	 * @param headers the headers that its answer carries
	 */
	record Permit(boolean exceeded, Map<String, String> headers) {
	}

}
