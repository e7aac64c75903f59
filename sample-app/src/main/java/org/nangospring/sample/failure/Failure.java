package org.nangospring.sample.failure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A failure as people and programs get to see it.
 *
 * @param type the simple name of the exception
 * @param title what happened, in a few words
 * @param message what happened, in the words of the exception
 * @param advice what to do about it
 * @param httpStatus the status that this application answers with
 * @param operation the operation that failed, or null when nothing was sent
 * @param code Nango's error code, or null
 * @param status the status that Nango or the provider answered with, or null
 * @param retryAfter how long to wait, or null
 * @param body what the provider or an action said, or null
 */
public record Failure(String type, String title, String message, String advice, int httpStatus,
		@Nullable String operation, @Nullable String code, @Nullable Integer status, @Nullable Duration retryAfter,
		@Nullable Object body) {
}
