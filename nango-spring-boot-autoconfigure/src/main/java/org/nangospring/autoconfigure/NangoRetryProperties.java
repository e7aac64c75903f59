package org.nangospring.autoconfigure;

import java.time.Duration;

/**
 * When and how often calls are repeated.
 */
public class NangoRetryProperties {

	/**
	 * Maximum number of attempts at a call, the first included; 1 repeats nothing.
	 */
	private int maxAttempts = 4;

	/**
	 * Maximum wait before the second attempt. Waits are random below their limit.
	 */
	private Duration initialBackoff = Duration.ofMillis(200);

	/**
	 * Maximum wait before any attempt. A call that is asked to wait longer fails at once,
	 * and its exception says how long.
	 */
	private Duration maxBackoff = Duration.ofSeconds(10);

	/**
	 * Factor by which the limit of the wait grows with each attempt.
	 */
	private double multiplier = 2.0;

	/**
	 * Maximum number of repeats, of all calls together, while none succeeds.
	 */
	private int budget = 50;

	public int getMaxAttempts() {
		return this.maxAttempts;
	}

	public void setMaxAttempts(int maxAttempts) {
		this.maxAttempts = maxAttempts;
	}

	public Duration getInitialBackoff() {
		return this.initialBackoff;
	}

	public void setInitialBackoff(Duration initialBackoff) {
		this.initialBackoff = initialBackoff;
	}

	public Duration getMaxBackoff() {
		return this.maxBackoff;
	}

	public void setMaxBackoff(Duration maxBackoff) {
		this.maxBackoff = maxBackoff;
	}

	public double getMultiplier() {
		return this.multiplier;
	}

	public void setMultiplier(double multiplier) {
		this.multiplier = multiplier;
	}

	public int getBudget() {
		return this.budget;
	}

	public void setBudget(int budget) {
		this.budget = budget;
	}

}
