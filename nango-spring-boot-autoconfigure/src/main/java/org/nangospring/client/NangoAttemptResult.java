package org.nangospring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * How an attempt at a call ended, as a {@link NangoInterceptor} is told.
 */
public interface NangoAttemptResult {

	/**
	 * The HTTP status of the answer.
	 * @return the status, or null when no answer came
	 */
	@Nullable Integer status();

	/**
	 * How long the attempt took, without the wait before it.
	 * @return the time until its answer was read or it failed
	 */
	Duration duration();

	/**
	 * Why the attempt failed.
	 * @return a {@link NangoException}, before a {@link NangoErrorMapper} sees it; what
	 * another interceptor threw; an error of the JVM; or null when the attempt succeeded
	 * or was cancelled
	 */
	@Nullable Throwable failure();

	/**
	 * How long the client waits before it tries again.
	 * @return the wait, or null when the call has ended with this attempt
	 */
	@Nullable Duration repeatedAfter();

	/**
	 * Whether a subscriber gave the call up.
	 * @return whether it was cancelled during the attempt
	 */
	boolean isCancelled();

}
