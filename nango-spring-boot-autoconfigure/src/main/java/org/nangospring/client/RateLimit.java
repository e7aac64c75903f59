package org.nangospring.client;

import java.time.Instant;

/**
 * What Nango said last about the rate limit of the key.
 */
public final class RateLimit {

	private final long limit;

	private final long remaining;

	private final Instant resetAt;

	/**
	 * Creates the rate limit.
	 * @param limit the calls allowed in one window
	 * @param remaining the calls left in this window
	 * @param resetAt when the next window begins, to the second
	 */
	public RateLimit(long limit, long remaining, Instant resetAt) {
		this.limit = limit;
		this.remaining = remaining;
		this.resetAt = resetAt;
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
	 * When the next window begins.
	 * @return the time, to the second
	 */
	public Instant resetAt() {
		return this.resetAt;
	}

	@Override
	public String toString() {
		return this.remaining + " of " + this.limit + " calls left until " + this.resetAt;
	}

}
