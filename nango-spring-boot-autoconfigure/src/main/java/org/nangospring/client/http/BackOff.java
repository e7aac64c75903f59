package org.nangospring.client.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;

/**
 * How long to wait before the next attempt: anything up to a limit that grows with each
 * attempt (full jitter), on top of what the server asked for.
 */
final class BackOff {

	private final EngineSettings.Retry settings;

	BackOff(EngineSettings.Retry settings) {
		this.settings = settings;
	}

	/**
	 * The wait after a failed attempt.
	 * @param failedAttempts the attempts made, at least 1
	 * @param retryAfter what the server asked for
	 * @return the wait, or null when the server asks for more than the client is willing
	 * to wait
	 */
	@Nullable Duration delay(int failedAttempts, @Nullable Duration retryAfter) {
		if (retryAfter == null) {
			return jitter(limit(failedAttempts));
		}
		if (retryAfter.compareTo(this.settings.maxBackoff()) > 0) {
			return null;
		}
		// everybody was told the same time: spread out the return
		return retryAfter.plus(jitter(limit(1)));
	}

	private Duration limit(int failedAttempts) {
		double nanos = this.settings.initialBackoff().toNanos()
				* Math.pow(this.settings.multiplier(), failedAttempts - 1);
		return Duration.ofNanos((long) Math.min(nanos, this.settings.maxBackoff().toNanos()));
	}

	private static Duration jitter(Duration limit) {
		return Duration.ofNanos(ThreadLocalRandom.current().nextLong(limit.toNanos() + 1));
	}

}
