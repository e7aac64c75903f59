package org.nangospring.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/**
 * What can be configured about record listeners.
 */
@ConfigurationProperties("nango.listeners")
public class NangoListenersProperties {

	/**
	 * Whether to run record listeners. While it is not set, they run if a bean has one.
	 */
	private @Nullable Boolean enabled;

	/**
	 * Whether listeners begin with the application.
	 */
	private boolean autoStartup = true;

	/**
	 * Name of the client whose records are delivered, of those under nango.clients.
	 * Without it the one that is injected without a qualifier.
	 */
	private @Nullable String client;

	/**
	 * Maximum number of streams that are worked on at the same time.
	 */
	private int concurrency = 4;

	/**
	 * Maximum number of records in a batch, up to 10,000.
	 */
	private int batchSize = 500;

	/**
	 * Maximum number of records fetched with one call, up to 10,000. Without it 1000, or
	 * the batch size if that is more.
	 */
	private @Nullable Integer pageSize;

	/**
	 * Time after which a stream that was read to its end is read again although no
	 * webhook came.
	 */
	private Duration pollInterval = Duration.ofMinutes(5);

	/**
	 * Time after which connections are listed again, so that new ones join and deleted
	 * ones leave.
	 */
	private Duration connectionInterval = Duration.ofMinutes(5);

	/**
	 * Number of pages after which a stream makes room for another one that waits.
	 */
	private int pagesPerTurn = 10;

	/**
	 * Share of the rate limit that is left to the rest of the application, from 0 to less
	 * than 1.
	 */
	private double rateLimitReserve = 0.1;

	/**
	 * Maximum time for which the end of the application waits for listeners to return.
	 */
	private Duration shutdownTimeout = Duration.ofSeconds(30);

	/**
	 * Where positions are kept; with auto in the first of the others that is possible.
	 */
	private Store store = Store.AUTO;

	/**
	 * Time after which others take over the streams of an instance that has died, from 1
	 * second to 1 day. It counts in a database, and in a MetadataStore with locks that
	 * can be renewed.
	 */
	private Duration takeOverAfter = Duration.ofSeconds(30);

	@NestedConfigurationProperty
	private final NangoListenerRetryProperties retry = new NangoListenerRetryProperties();

	private final Metadata metadata = new Metadata();

	private final Health health = new Health();

	/**
	 * What holds for single listeners, by their ids: auto-startup, batch-size, page-size,
	 * concurrency, poll-interval and retry.
	 */
	private final Map<String, NangoListenerOverrides> listener = new LinkedHashMap<>();

	public @Nullable Boolean getEnabled() {
		return this.enabled;
	}

	public void setEnabled(@Nullable Boolean enabled) {
		this.enabled = enabled;
	}

	public boolean isAutoStartup() {
		return this.autoStartup;
	}

	public void setAutoStartup(boolean autoStartup) {
		this.autoStartup = autoStartup;
	}

	public @Nullable String getClient() {
		return this.client;
	}

	public void setClient(@Nullable String client) {
		this.client = client;
	}

	public int getConcurrency() {
		return this.concurrency;
	}

	public void setConcurrency(int concurrency) {
		this.concurrency = concurrency;
	}

	public int getBatchSize() {
		return this.batchSize;
	}

	public void setBatchSize(int batchSize) {
		this.batchSize = batchSize;
	}

	public @Nullable Integer getPageSize() {
		return this.pageSize;
	}

	public void setPageSize(@Nullable Integer pageSize) {
		this.pageSize = pageSize;
	}

	public Duration getPollInterval() {
		return this.pollInterval;
	}

	public void setPollInterval(Duration pollInterval) {
		this.pollInterval = pollInterval;
	}

	public Duration getConnectionInterval() {
		return this.connectionInterval;
	}

	public void setConnectionInterval(Duration connectionInterval) {
		this.connectionInterval = connectionInterval;
	}

	public int getPagesPerTurn() {
		return this.pagesPerTurn;
	}

	public void setPagesPerTurn(int pagesPerTurn) {
		this.pagesPerTurn = pagesPerTurn;
	}

	public double getRateLimitReserve() {
		return this.rateLimitReserve;
	}

	public void setRateLimitReserve(double rateLimitReserve) {
		this.rateLimitReserve = rateLimitReserve;
	}

	public Duration getShutdownTimeout() {
		return this.shutdownTimeout;
	}

	public void setShutdownTimeout(Duration shutdownTimeout) {
		this.shutdownTimeout = shutdownTimeout;
	}

	public Store getStore() {
		return this.store;
	}

	public void setStore(Store store) {
		this.store = store;
	}

	public Duration getTakeOverAfter() {
		return this.takeOverAfter;
	}

	public void setTakeOverAfter(Duration takeOverAfter) {
		this.takeOverAfter = takeOverAfter;
	}

	public NangoListenerRetryProperties getRetry() {
		return this.retry;
	}

	public Metadata getMetadata() {
		return this.metadata;
	}

	public Health getHealth() {
		return this.health;
	}

	public Map<String, NangoListenerOverrides> getListener() {
		return this.listener;
	}

	/**
	 * Where positions are kept.
	 */
	public enum Store {

		/**
		 * In the database if the application has one with transactions, else in a
		 * MetadataStore if it has one, else in memory.
		 */
		AUTO,

		/** In the database of the application. */
		JDBC,

		/** In the MetadataStore of Spring Integration that the application has. */
		METADATA,

		/** In memory: every start reads everything again. */
		MEMORY

	}

	/**
	 * Positions in a MetadataStore.
	 */
	public static class Metadata {

		/**
		 * What the keys of positions begin with, to tell applications apart that share a
		 * store.
		 */
		private String keyPrefix = "nango:";

		/**
		 * Time after which locks run out when their holder is gone. Locks that can be
		 * renewed, such as those of Redis, last for this time, or without it for
		 * "take-over-after". For others it has to be the time the LockRegistry was made
		 * with; without it they end with the application.
		 */
		private @Nullable Duration lockTimeToLive;

		public String getKeyPrefix() {
			return this.keyPrefix;
		}

		public void setKeyPrefix(String keyPrefix) {
			this.keyPrefix = keyPrefix;
		}

		public @Nullable Duration getLockTimeToLive() {
			return this.lockTimeToLive;
		}

		public void setLockTimeToLive(@Nullable Duration lockTimeToLive) {
			this.lockTimeToLive = lockTimeToLive;
		}

	}

	/**
	 * What the health check says.
	 */
	public static class Health {

		/**
		 * Health status while a stream is stopped, for example one that leaves the
		 * instance in service.
		 */
		private String statusWhenStopped = "DOWN";

		public String getStatusWhenStopped() {
			return this.statusWhenStopped;
		}

		public void setStatusWhenStopped(String statusWhenStopped) {
			this.statusWhenStopped = statusWhenStopped;
		}

	}

}
