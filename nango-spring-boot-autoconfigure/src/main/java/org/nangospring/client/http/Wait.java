package org.nangospring.client.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoWaitTimeoutException;

/**
 * One wait for something that Nango has to be asked about again and again: how often, and
 * until when.
 */
final class Wait {

	private static final Duration FIRST = Duration.ofMillis(250);

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private static final double GROWTH = 1.5;

	private final WaitFor<?> waitFor;

	private final EngineTiming timing;

	private final long deadline;

	private Duration next = FIRST;

	private int attempts;

	private Duration lastLimit = FIRST;

	Wait(WaitFor<?> waitFor, EngineTiming timing) {
		this.waitFor = waitFor;
		this.timing = timing;
		this.deadline = timing.nanoTime() + waitFor.timeout().toNanos();
	}

	/**
	 * The time left for the next attempt; counts it.
	 */
	Duration beginAttempt() {
		this.attempts++;
		Duration left = timeLeft();
		// an attempt that begins at the deadline still deserves a chance
		this.lastLimit = (left.compareTo(FIRST) > 0) ? left : FIRST;
		return this.lastLimit;
	}

	/**
	 * What a failed question means to who waits: a question that was cut short by the end
	 * of the wait is that end.
	 * @param usual the limit on a question that does not belong to a wait
	 */
	NangoException outcome(NangoException failure, Duration usual) {
		boolean cutShort = failure.getCause() instanceof CallTimeoutException && this.lastLimit.compareTo(usual) < 0;
		return cutShort ? timedOut() : failure;
	}

	/**
	 * How long to pause before asking again, or null when the time is over.
	 */
	@Nullable Duration pause() {
		Duration left = timeLeft();
		if (left.isZero()) {
			return null;
		}
		Duration pause = (this.next.compareTo(left) < 0) ? this.next : left;
		Duration grown = Duration.ofNanos((long) (this.next.toNanos() * GROWTH));
		this.next = (grown.compareTo(LONGEST) < 0) ? grown : LONGEST;
		return pause;
	}

	/**
	 * Whether to go on although a question failed: a rate limit that ends before the
	 * deadline is no reason to give up.
	 */
	boolean tolerates(NangoException failure) {
		Duration retryAfter = failure.retryAfter();
		if (!(failure instanceof NangoRateLimitException) || retryAfter == null
				|| retryAfter.compareTo(timeLeft()) >= 0) {
			return false;
		}
		if (retryAfter.compareTo(this.next) > 0) {
			this.next = retryAfter;
		}
		return true;
	}

	NangoWaitTimeoutException timedOut() {
		return new NangoWaitTimeoutException(
				FailedCall.of(this.waitFor.operation()).withAttempts(Math.max(1, this.attempts)),
				this.waitFor.timeout(), this.waitFor.description());
	}

	private Duration timeLeft() {
		return Duration.ofNanos(Math.max(0, this.deadline - this.timing.nanoTime()));
	}

}
