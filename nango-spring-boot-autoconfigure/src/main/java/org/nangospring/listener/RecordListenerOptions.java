package org.nangospring.listener;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

/**
 * How a listener is served. Immutable: each method returns a changed copy.
 */
public final class RecordListenerOptions {

	private static final RecordListenerOptions DEFAULTS = new RecordListenerOptions(500, null, null,
			Duration.ofMinutes(5), 3, Duration.ofSeconds(1), Duration.ofSeconds(10), true);

	/** A tenth of the calls that Nango's own 100 would take. */
	private static final int PAGE_SIZE = 1_000;

	private final int batchSize;

	private final @Nullable Integer pageSize;

	private final @Nullable Integer concurrency;

	private final Duration pollInterval;

	private final int maxAttempts;

	private final Duration initialBackoff;

	private final Duration maxBackoff;

	private final boolean autoStartup;

	private RecordListenerOptions(int batchSize, @Nullable Integer pageSize, @Nullable Integer concurrency,
			Duration pollInterval, int maxAttempts, Duration initialBackoff, Duration maxBackoff, boolean autoStartup) {
		this.batchSize = batchSize;
		this.pageSize = pageSize;
		this.concurrency = concurrency;
		this.pollInterval = pollInterval;
		this.maxAttempts = maxAttempts;
		this.initialBackoff = initialBackoff;
		this.maxBackoff = maxBackoff;
		this.autoStartup = autoStartup;
	}

	/**
	 * What holds where nothing else is said.
	 * @return the defaults
	 */
	public static RecordListenerOptions defaults() {
		return DEFAULTS;
	}

	/**
	 * How many records a batch has at most. The default is 500.
	 * @return the number
	 */
	public int batchSize() {
		return this.batchSize;
	}

	/**
	 * Sets how many records a batch has at most.
	 * @param newBatchSize the number, from 1 to 10000
	 * @return a changed copy
	 */
	public RecordListenerOptions batchSize(int newBatchSize) {
		return new RecordListenerOptions(Arguments.range(newBatchSize, 1, 10_000, "batch size"), this.pageSize,
				this.concurrency, this.pollInterval, this.maxAttempts, this.initialBackoff, this.maxBackoff,
				this.autoStartup);
	}

	/**
	 * How many records are fetched with one call at most. The default is 1000, or the
	 * batch size if that is more. Pages that are larger than the client holds in memory
	 * are fetched in smaller ones, but only after they were too large.
	 * @return the number
	 */
	public int pageSize() {
		return (this.pageSize != null) ? this.pageSize : Math.max(this.batchSize, PAGE_SIZE);
	}

	/**
	 * Sets how many records are fetched with one call at most. A batch can take several
	 * pages.
	 * @param newPageSize the number, from 1 to 10000
	 * @return a changed copy
	 */
	public RecordListenerOptions pageSize(int newPageSize) {
		return new RecordListenerOptions(this.batchSize, Arguments.range(newPageSize, 1, 10_000, "page size"),
				this.concurrency, this.pollInterval, this.maxAttempts, this.initialBackoff, this.maxBackoff,
				this.autoStartup);
	}

	/**
	 * How many streams of the listener are worked on at the same time at most.
	 * @return the number, or null for no limit but that of all listeners together
	 */
	public @Nullable Integer concurrency() {
		return this.concurrency;
	}

	/**
	 * Sets how many streams of the listener are worked on at the same time at most.
	 * @param newConcurrency the number, from 1
	 * @return a changed copy
	 */
	public RecordListenerOptions concurrency(int newConcurrency) {
		return new RecordListenerOptions(this.batchSize, this.pageSize,
				Arguments.range(newConcurrency, 1, Integer.MAX_VALUE, "concurrency"), this.pollInterval,
				this.maxAttempts, this.initialBackoff, this.maxBackoff, this.autoStartup);
	}

	/**
	 * How long after a stream was read to its end it is read again although no webhook
	 * came. The default is 5 minutes.
	 * @return the time
	 */
	public Duration pollInterval() {
		return this.pollInterval;
	}

	/**
	 * Sets how long after a stream was read to its end it is read again although no
	 * webhook came.
	 * @param interval the time, from 1 millisecond to 24 days
	 * @return a changed copy
	 */
	public RecordListenerOptions pollInterval(Duration interval) {
		return new RecordListenerOptions(this.batchSize, this.pageSize, this.concurrency,
				Arguments.positive(interval, "poll interval"), this.maxAttempts, this.initialBackoff, this.maxBackoff,
				this.autoStartup);
	}

	/**
	 * How often a listener is called with the same changes before the error handler
	 * decides. The default is 3.
	 * @return the number
	 */
	public int maxAttempts() {
		return this.maxAttempts;
	}

	/**
	 * How long to wait before the second attempt; it doubles with each. The default is 1
	 * second.
	 * @return the time
	 */
	public Duration initialBackoff() {
		return this.initialBackoff;
	}

	/**
	 * The longest wait between attempts. The default is 10 seconds.
	 * @return the time
	 */
	public Duration maxBackoff() {
		return this.maxBackoff;
	}

	/**
	 * Sets how a listener that throws is called again. A worker waits meanwhile, so long
	 * waits are better left to {@link RecordErrorHandler.Decision#RETRY_LATER}.
	 * @param attempts how often it is called with the same changes, from 1
	 * @param initial the wait before the second attempt; it doubles with each
	 * @param max the longest wait between attempts
	 * @return a changed copy
	 */
	public RecordListenerOptions retry(int attempts, Duration initial, Duration max) {
		return new RecordListenerOptions(this.batchSize, this.pageSize, this.concurrency, this.pollInterval,
				Arguments.range(attempts, 1, Integer.MAX_VALUE, "number of attempts"),
				Arguments.positive(initial, "initial backoff"), Arguments.positive(max, "longest backoff"),
				this.autoStartup);
	}

	/**
	 * Whether the listener begins with the application. It does by default.
	 * @return whether it does
	 */
	public boolean autoStartup() {
		return this.autoStartup;
	}

	/**
	 * Sets whether the listener begins with the application.
	 * @param newAutoStartup whether it does
	 * @return a changed copy
	 */
	public RecordListenerOptions autoStartup(boolean newAutoStartup) {
		return new RecordListenerOptions(this.batchSize, this.pageSize, this.concurrency, this.pollInterval,
				this.maxAttempts, this.initialBackoff, this.maxBackoff, newAutoStartup);
	}

}
