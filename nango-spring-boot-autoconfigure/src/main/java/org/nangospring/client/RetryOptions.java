package org.nangospring.client;

import java.time.Duration;

import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineSettings;

/**
 * When and how often a client repeats calls that failed. Which calls may be repeated at
 * all is not an option: reads, writes that do the same when carried out twice, and calls
 * that are known not to have been carried out.
 */
public final class RetryOptions {

	private int maxAttempts = 4;

	private Duration initialBackoff = Duration.ofMillis(200);

	private Duration maxBackoff = Duration.ofSeconds(10);

	private double multiplier = 2.0;

	private int budget = 50;

	RetryOptions() {
	}

	/**
	 * Sets how often a call is tried at most. The default is 4; 1 means that nothing is
	 * repeated.
	 * @param maxAttempts the number, the first attempt included, from 1 to 100
	 * @return these options
	 */
	public RetryOptions maxAttempts(int maxAttempts) {
		this.maxAttempts = Arguments.range(maxAttempts, 1, 100, "number of attempts");
		return this;
	}

	/**
	 * Sets the longest wait before the second attempt. Waits are random below their
	 * limit. The default is 200 milliseconds.
	 * @param time the time, at least a millisecond
	 * @return these options
	 */
	public RetryOptions initialBackoff(Duration time) {
		this.initialBackoff = Arguments.positive(time, "initial back-off");
		return this;
	}

	/**
	 * Sets the longest wait before any attempt. A call whose answer asks to wait longer
	 * fails at once and says so in {@link NangoException#retryAfter()}. The default is 10
	 * seconds.
	 * @param time the time, at least a millisecond
	 * @return these options
	 */
	public RetryOptions maxBackoff(Duration time) {
		this.maxBackoff = Arguments.positive(time, "longest back-off");
		return this;
	}

	/**
	 * Sets by how much the limit of the wait grows with each attempt. The default is 2.
	 * @param multiplier the factor, from 1 to 100
	 * @return these options
	 */
	public RetryOptions multiplier(double multiplier) {
		if (!(multiplier >= 1 && multiplier <= 100)) {
			throw new IllegalArgumentException("The multiplier must be from 1 to 100, not " + multiplier);
		}
		this.multiplier = multiplier;
		return this;
	}

	/**
	 * Sets how often calls may be repeated in a row, all together, while none succeeds.
	 * What is used up comes back as calls succeed: a call that is repeated and then
	 * succeeds gives back what it took, every other a tenth. The default is 50.
	 * @param budget the number, from 0 to 1000000
	 * @return these options
	 */
	public RetryOptions budget(int budget) {
		this.budget = Arguments.range(budget, 0, 1_000_000, "retry budget");
		return this;
	}

	EngineSettings.Retry settings() {
		return new EngineSettings.Retry(this.maxAttempts, this.initialBackoff, this.maxBackoff, this.multiplier,
				this.budget);
	}

}
