package org.nangospring.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What the configuration says about one record listener. It counts more than the
 * annotation; what is null leaves things as they are.
 */
public class NangoListenerOverrides {

	private @Nullable Boolean autoStartup;

	private @Nullable Integer batchSize;

	private @Nullable Integer pageSize;

	private @Nullable Integer concurrency;

	private @Nullable Duration pollInterval;

	private final Retry retry = new Retry();

	public @Nullable Boolean getAutoStartup() {
		return this.autoStartup;
	}

	public void setAutoStartup(@Nullable Boolean autoStartup) {
		this.autoStartup = autoStartup;
	}

	public @Nullable Integer getBatchSize() {
		return this.batchSize;
	}

	public void setBatchSize(@Nullable Integer batchSize) {
		this.batchSize = batchSize;
	}

	public @Nullable Integer getPageSize() {
		return this.pageSize;
	}

	public void setPageSize(@Nullable Integer pageSize) {
		this.pageSize = pageSize;
	}

	public @Nullable Integer getConcurrency() {
		return this.concurrency;
	}

	public void setConcurrency(@Nullable Integer concurrency) {
		this.concurrency = concurrency;
	}

	public @Nullable Duration getPollInterval() {
		return this.pollInterval;
	}

	public void setPollInterval(@Nullable Duration pollInterval) {
		this.pollInterval = pollInterval;
	}

	public Retry getRetry() {
		return this.retry;
	}

	/**
	 * How the listener is called again when it throws.
	 */
	public static class Retry {

		private @Nullable Integer maxAttempts;

		private @Nullable Duration initialBackoff;

		private @Nullable Duration maxBackoff;

		public @Nullable Integer getMaxAttempts() {
			return this.maxAttempts;
		}

		public void setMaxAttempts(@Nullable Integer maxAttempts) {
			this.maxAttempts = maxAttempts;
		}

		public @Nullable Duration getInitialBackoff() {
			return this.initialBackoff;
		}

		public void setInitialBackoff(@Nullable Duration initialBackoff) {
			this.initialBackoff = initialBackoff;
		}

		public @Nullable Duration getMaxBackoff() {
			return this.maxBackoff;
		}

		public void setMaxBackoff(@Nullable Duration maxBackoff) {
			this.maxBackoff = maxBackoff;
		}

	}

}
