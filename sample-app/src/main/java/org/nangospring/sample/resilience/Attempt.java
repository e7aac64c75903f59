package org.nangospring.sample.resilience;

import org.jspecify.annotations.Nullable;

/**
 * One attempt at a call. Times are in milliseconds.
 *
 * @param call which call it belongs to, 1 for the first
 * @param number which attempt at that call it is, 1 for the first
 * @param operation the operation
 * @param startedAt when it began, counted from the start of the run
 * @param took how long it took, or null while it is under way
 * @param status the HTTP status of the answer, or null when none came
 * @param result how it ended, or null while it is under way
 * @param failed whether it failed
 * @param retryAfter how long Nango asked to wait, or null
 * @param repeatedAfter how long the client waits before it tries again, or null when it
 * does not
 */
public record Attempt(int call, int number, String operation, long startedAt, @Nullable Long took,
		@Nullable Integer status, @Nullable String result, boolean failed, @Nullable Long retryAfter,
		@Nullable Long repeatedAfter) {

	static Attempt begun(int call, int number, String operation, long startedAt) {
		return new Attempt(call, number, operation, startedAt, null, null, null, false, null, null);
	}

	/**
	 * When it ended, together with the wait after it.
	 * @param now what counts while it is under way
	 * @return the time, counted from the start of the run
	 */
	public long endsAt(long now) {
		if (this.took == null) {
			return Math.max(now, this.startedAt);
		}
		return this.startedAt + this.took + ((this.repeatedAfter != null) ? this.repeatedAfter : 0);
	}

}
