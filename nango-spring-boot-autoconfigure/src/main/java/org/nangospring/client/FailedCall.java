package org.nangospring.client;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What every {@link NangoException} knows about the call that failed. Immutable; make one
 * with {@link #of(String)} when a test of yours needs an exception to throw.
 */
public final class FailedCall implements Serializable {

	private static final long serialVersionUID = 1L;

	private final String operation;

	private final int attempts;

	private final boolean repeatable;

	private final @Nullable Duration retryAfter;

	private FailedCall(String operation, int attempts, boolean repeatable, @Nullable Duration retryAfter) {
		this.operation = operation;
		this.attempts = attempts;
		this.repeatable = repeatable;
		this.retryAfter = retryAfter;
	}

	/**
	 * A call that failed at its first attempt and may not be repeated.
	 * @param operation the name of the operation, for example {@code connections.get}
	 * @return the call
	 */
	public static FailedCall of(String operation) {
		return new FailedCall(Objects.requireNonNull(operation, "operation"), 1, false, null);
	}

	/**
	 * The same call after a number of attempts.
	 * @param attempts how often it was tried, at least 1
	 * @return a changed copy
	 */
	public FailedCall withAttempts(int attempts) {
		return new FailedCall(this.operation, attempts, this.repeatable, this.retryAfter);
	}

	/**
	 * The same call with the answer to whether its last attempt may be repeated.
	 * @param repeatable whether sending it again can do no harm
	 * @return a changed copy
	 */
	public FailedCall withRepeatable(boolean repeatable) {
		return new FailedCall(this.operation, this.attempts, repeatable, this.retryAfter);
	}

	/**
	 * The same call with the time the server asked to wait.
	 * @param retryAfter the time to wait, or null when the server named none
	 * @return a changed copy
	 */
	public FailedCall withRetryAfter(@Nullable Duration retryAfter) {
		return new FailedCall(this.operation, this.attempts, this.repeatable, retryAfter);
	}

	String operation() {
		return this.operation;
	}

	int attempts() {
		return this.attempts;
	}

	boolean repeatable() {
		return this.repeatable;
	}

	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
