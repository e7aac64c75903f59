package org.nangospring.client.http;

import java.time.DateTimeException;
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

	private final AtomicReference<@Nullable RateLimit> last = new AtomicReference<>();

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
			this.last.set(new RateLimit(limit, remaining, Instant.ofEpochSecond(reset)));
		}
		catch (DateTimeException ex) {
			// a time that cannot be is no reason to fail a call
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
