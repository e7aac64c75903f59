package org.nangospring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Decides whether a failed attempt is repeated, and after how long, where that does no
 * harm. It is not asked about attempts that must not be repeated: those whose failure
 * says {@link NangoException#isRepeatable() that it is not repeatable}, such as an action
 * that may have been carried out, and the last of {@link RetryOptions#maxAttempts(int)
 * those allowed}.
 * <p>
 * Whatever it decides, no attempt comes earlier than the server asked for, none after the
 * end of the time for the call, and none that the {@link RetryOptions#budget(int) budget}
 * has no room for. The longest wait ({@link RetryOptions#maxBackoff(Duration)}) is part
 * of the usual policy and does not bind this one.
 * <p>
 * Called by many threads at once, event loops among them, so it must not block.
 */
@FunctionalInterface
public interface NangoRetryPolicy {

	/**
	 * Decides after a failed attempt that may be repeated. What this throws is logged,
	 * and the call is not repeated.
	 * @param attempt what failed, how, and what the client would do by itself
	 * @return how long to wait before the next attempt, zero for not at all; or null to
	 * end the call with the failure
	 */
	@Nullable Duration delayAfter(FailedAttempt attempt);

	/**
	 * An attempt that failed and may be repeated.
	 */
	interface FailedAttempt {

		/**
		 * Why it failed.
		 * @return the failure
		 */
		NangoException failure();

		/**
		 * How often the call was tried.
		 * @return the number of attempts, at least 1
		 */
		int attempts();

		/**
		 * The time that the call has left.
		 * @return the time, never negative
		 */
		Duration timeLeft();

		/**
		 * How long the client would wait by itself.
		 * @return a wait at random as the {@link RetryOptions} say, or null when the
		 * server asked for more than they allow
		 */
		@Nullable Duration usualDelay();

	}

}
