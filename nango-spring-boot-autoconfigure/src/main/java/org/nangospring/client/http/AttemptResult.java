package org.nangospring.client.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoAttemptResult;

/**
 * How an attempt ended.
 *
 * @param status the HTTP status, or null when no answer came
 * @param duration how long it took
 * @param failure why it failed, or null
 * @param repeatedAfter how long the client waits before the next one, or null
 * @param isCancelled whether a subscriber gave it up
 */
record AttemptResult(@Nullable Integer status, Duration duration, @Nullable Throwable failure,
		@Nullable Duration repeatedAfter, boolean isCancelled) implements NangoAttemptResult {
}
