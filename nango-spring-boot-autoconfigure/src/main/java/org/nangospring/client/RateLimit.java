package org.nangospring.client;

import java.time.Instant;

/**
 * What Nango said last about the rate limit of the key.
 */
public final class RateLimit {

	private final long limit;

	private final long remaining;

	private final Instant resetAt;

	private final Instant resetAtHere;

	/**
	 * Creates the rate limit.
	 * @param limit the calls allowed in one window
	 * @param remaining the calls left in this window
	 * @param resetAt when the next window begins, to the second
	 */
	public RateLimit(long limit, long remaining, Instant resetAt) {
		this(limit, remaining, resetAt, resetAt);
	}

	/**
	 * Creates the rate limit.
	 * @param limit the calls allowed in one window
	 * @param remaining the calls left in this window
	 * @param resetAt when the next window begins by Nango's clock, to the second
	 * @param resetAtHere when that is by the clock of this machine
	 */
	public RateLimit(long limit, long remaining, Instant resetAt, Instant resetAtHere) {
		this.limit = limit;
		this.remaining = remaining;
		this.resetAt = resetAt;
		this.resetAtHere = resetAtHere;
	}

	/**
	 * The calls allowed in one window.
	 * @return the limit
	 */
	public long limit() {
		return this.limit;
	}

	/**
	 * The calls left in this window when Nango last answered.
	 * @return the remaining calls
	 */
	public long remaining() {
		return this.remaining;
	}

	/**
	 * When the next window begins, as Nango said it.
	 * @return the time by Nango's clock, to the second
	 */
	public Instant resetAt() {
		return this.resetAt;
	}

	/**
	 * When the next window begins by the clock of this machine, which may be wrong: for
	 * whoever waits for it.
	 * @return the time, to about a second; that of {@link #resetAt()} where the answer
	 * did not tell the time of the server
	 */
	public Instant resetAtHere() {
		return this.resetAtHere;
	}

	@Override
	public String toString() {
		return this.remaining + " of " + this.limit + " calls left until " + this.resetAt;
	}

}
