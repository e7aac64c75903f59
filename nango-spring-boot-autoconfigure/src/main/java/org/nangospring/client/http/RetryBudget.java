package org.nangospring.client.http;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * A token bucket that keeps an outage from being answered with a storm. A repeat takes a
 * token; a call that succeeds puts back what it took, and one that succeeds at once a
 * tenth of a token. While nothing succeeds the bucket runs dry and calls are tried once.
 */
final class RetryBudget {

	private static final int TOKEN = 10;

	private static final int REFUND = 1;

	private final int capacity;

	private final AtomicInteger tenths;

	RetryBudget(int tokens) {
		this.capacity = Math.multiplyExact(tokens, TOKEN);
		this.tenths = new AtomicInteger(this.capacity);
	}

	boolean tryTake() {
		while (true) {
			int current = this.tenths.get();
			if (current < TOKEN) {
				return false;
			}
			if (this.tenths.compareAndSet(current, current - TOKEN)) {
				return true;
			}
		}
	}

	/**
	 * How many repeats there is room for, with tenths.
	 */
	double left() {
		return this.tenths.get() / (double) TOKEN;
	}

	void succeeded(int attempts) {
		// a full bucket is the usual case and must not cost a contended write
		if (this.tenths.get() < this.capacity) {
			int back = (attempts > 1) ? (attempts - 1) * TOKEN : REFUND;
			this.tenths.accumulateAndGet(back, (current, refund) -> Math.min(this.capacity, current + refund));
		}
	}

}
