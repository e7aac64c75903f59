package org.nangospring.client.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.RateLimit;

import org.springframework.http.HttpHeaders;

/**
 * Remembers what Nango said last about the rate limit. Answers of the proxy are left out:
 * there the headers may be the provider's.
 */
final class RateLimitTracker {

	private static final long UNKNOWN = Long.MIN_VALUE;

	private final EngineTiming timing;

	private final AtomicReference<@Nullable RateLimit> last = new AtomicReference<>();

	RateLimitTracker(EngineTiming timing) {
		this.timing = timing;
	}

	@Nullable RateLimit last() {
		return this.last.get();
	}

	void update(NangoRequest<?> request, HttpHeaders headers) {
		if (request.origin() != NangoRequest.Origin.NANGO) {
			return;
		}
		long limit = number(headers, "X-RateLimit-Limit");
		long remaining = number(headers, "X-RateLimit-Remaining");
		long reset = number(headers, "X-RateLimit-Reset");
		if (limit == UNKNOWN || remaining == UNKNOWN || reset == UNKNOWN) {
			return;
		}
		try {
			Instant resetAt = Instant.ofEpochSecond(reset);
			this.last.set(new RateLimit(limit, remaining, resetAt, resetAt.minus(ahead(headers))));
		}
		catch (DateTimeException | ArithmeticException ex) {
			// a time that cannot be is no reason to fail a call
		}
	}

	/**
	 * How much Nango's clock is ahead of this machine's, to the second; nothing where
	 * Nango does not tell its time.
	 */
	private Duration ahead(HttpHeaders headers) {
		try {
			long date = headers.getDate();
			return (date >= 0) ? Duration.between(this.timing.now(), Instant.ofEpochMilli(date)) : Duration.ZERO;
		}
		catch (IllegalArgumentException ex) {
			return Duration.ZERO;
		}
	}

	private static long number(HttpHeaders headers, String name) {
		String value = headers.getFirst(name);
		if (value == null) {
			return UNKNOWN;
		}
		try {
			return Long.parseLong(value.trim());
		}
		catch (NumberFormatException ex) {
			return UNKNOWN;
		}
	}

}
