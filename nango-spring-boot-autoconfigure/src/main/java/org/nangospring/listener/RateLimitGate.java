package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.client.RateLimit;
import org.nangospring.client.http.EngineTiming;

/**
 * Leaves a share of the rate limit to the rest of the application.
 */
final class RateLimitGate {

	/** Where Nango's time is not known, a clock that is wrong must not cost hours. */
	private static final Duration LONGEST_PAUSE = Duration.ofMinutes(2);

	private final NangoClient nango;

	private final double reserve;

	private final EngineTiming timing;

	RateLimitGate(NangoClient nango, double reserve, EngineTiming timing) {
		this.nango = nango;
		this.reserve = reserve;
		this.timing = timing;
	}

	/**
	 * Whether to wait before further pages are fetched.
	 * @return until when, or null when pages may be fetched
	 */
	@Nullable Instant pausedUntil() {
		RateLimit limit = this.nango.rateLimit();
		Instant now = this.timing.now();
		if (limit == null || !limit.resetAtHere().isAfter(now) || limit.remaining() >= limit.limit() * this.reserve) {
			return null;
		}
		Instant latest = now.plus(LONGEST_PAUSE);
		return limit.resetAtHere().isBefore(latest) ? limit.resetAtHere() : latest;
	}

}
