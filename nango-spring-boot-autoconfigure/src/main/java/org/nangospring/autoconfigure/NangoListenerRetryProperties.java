package org.nangospring.autoconfigure;

import java.time.Duration;

/**
 * How a record listener that throws is called again.
 */
public class NangoListenerRetryProperties {

	/**
	 * Maximum number of times a listener is called with the same changes before the error
	 * handler decides.
	 */
	private int maxAttempts = 3;

	/**
	 * Wait before the second attempt. It doubles with each.
	 */
	private Duration initialBackoff = Duration.ofSeconds(1);

	/**
	 * Maximum wait between attempts.
	 */
	private Duration maxBackoff = Duration.ofSeconds(10);

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

}
