package org.nangospring.autoconfigure;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What can be configured. Defaults are those of
 * {@link org.nangospring.client.NangoClientBuilder}.
 */
@ConfigurationProperties("nango")
public class NangoProperties {

	static final String SECRET_KEY = "nango.secret-key";

	static final String HOST = "nango.host";

	/**
	 * Whether to configure a client for Nango.
	 */
	private boolean enabled = true;

	/**
	 * Secret key of the Nango environment, as its settings in Nango's dashboard show it.
	 */
	private @Nullable String secretKey;

	/**
	 * Root of Nango's API.
	 */
	private @Nullable String host = "https://api.nango.dev";

	/**
	 * Maximum size of an answer that is held in memory.
	 */
	private DataSize maxInMemorySize = DataSize.ofMegabytes(16);

	private final Timeout timeout = new Timeout();

	private final Pool pool = new Pool();

	private final Retry retry = new Retry();

	private final Health health = new Health();

	public boolean isEnabled() {
		return this.enabled;
	}

	public void setEnabled(boolean enabled) {
		this.enabled = enabled;
	}

	public @Nullable String getSecretKey() {
		return this.secretKey;
	}

	public void setSecretKey(@Nullable String secretKey) {
		this.secretKey = secretKey;
	}

	public @Nullable String getHost() {
		return this.host;
	}

	public void setHost(@Nullable String host) {
		this.host = host;
	}

	public DataSize getMaxInMemorySize() {
		return this.maxInMemorySize;
	}

	public void setMaxInMemorySize(DataSize maxInMemorySize) {
		this.maxInMemorySize = maxInMemorySize;
	}

	public Timeout getTimeout() {
		return this.timeout;
	}

	public Pool getPool() {
		return this.pool;
	}

	public Retry getRetry() {
		return this.retry;
	}

	public Health getHealth() {
		return this.health;
	}

	@Override
	public String toString() {
		return "NangoProperties[enabled=" + this.enabled + ", host=" + this.host + ", secretKey="
				+ masked(this.secretKey) + "]";
	}

	private static String masked(@Nullable String secret) {
		return (secret != null) ? "***" : "none";
	}

	/**
	 * Limits in time.
	 */
	public static class Timeout {

		/**
		 * Maximum time to make a connection.
		 */
		private Duration connect = Duration.ofSeconds(5);

		/**
		 * Maximum time that Nango may be silent while an answer is waited for.
		 */
		private Duration response = Duration.ofSeconds(30);

		/**
		 * Maximum time of a call with all its attempts and the waits between them.
		 */
		private Duration call = Duration.ofSeconds(60);

		public Duration getConnect() {
			return this.connect;
		}

		public void setConnect(Duration connect) {
			this.connect = connect;
		}

		public Duration getResponse() {
			return this.response;
		}

		public void setResponse(Duration response) {
			this.response = response;
		}

		public Duration getCall() {
			return this.call;
		}

		public void setCall(Duration call) {
			this.call = call;
		}

	}

	/**
	 * The connection pool.
	 */
	public static class Pool {

		/**
		 * Maximum number of connections.
		 */
		private int maxConnections = 64;

		/**
		 * Maximum number of calls that wait for a connection. Calls on top of it fail at
		 * once.
		 */
		private int pendingAcquireMaxCount = 1000;

		/**
		 * Maximum time that a call waits for a connection.
		 */
		private Duration pendingAcquireTimeout = Duration.ofSeconds(10);

		/**
		 * Time without use after which a connection is closed.
		 */
		private Duration maxIdleTime = Duration.ofSeconds(30);

		/**
		 * Time after which a connection is closed in any case.
		 */
		private Duration maxLifeTime = Duration.ofMinutes(10);

		public int getMaxConnections() {
			return this.maxConnections;
		}

		public void setMaxConnections(int maxConnections) {
			this.maxConnections = maxConnections;
		}

		public int getPendingAcquireMaxCount() {
			return this.pendingAcquireMaxCount;
		}

		public void setPendingAcquireMaxCount(int pendingAcquireMaxCount) {
			this.pendingAcquireMaxCount = pendingAcquireMaxCount;
		}

		public Duration getPendingAcquireTimeout() {
			return this.pendingAcquireTimeout;
		}

		public void setPendingAcquireTimeout(Duration pendingAcquireTimeout) {
			this.pendingAcquireTimeout = pendingAcquireTimeout;
		}

		public Duration getMaxIdleTime() {
			return this.maxIdleTime;
		}

		public void setMaxIdleTime(Duration maxIdleTime) {
			this.maxIdleTime = maxIdleTime;
		}

		public Duration getMaxLifeTime() {
			return this.maxLifeTime;
		}

		public void setMaxLifeTime(Duration maxLifeTime) {
			this.maxLifeTime = maxLifeTime;
		}

	}

	/**
	 * When and how often calls are repeated.
	 */
	public static class Retry {

		/**
		 * Maximum number of attempts at a call, the first included.
		 */
		private int maxAttempts = 4;

		/**
		 * Maximum wait before the second attempt. Waits are random below their limit.
		 */
		private Duration initialBackoff = Duration.ofMillis(200);

		/**
		 * Maximum wait before any attempt. A call that is asked to wait longer fails at
		 * once.
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

	/**
	 * The health check.
	 */
	public static class Health {

		/**
		 * Time for which the result of a health check is used again, so that checks do
		 * not use up the rate limit.
		 */
		private Duration cacheTimeToLive = Duration.ofSeconds(30);

		public Duration getCacheTimeToLive() {
			return this.cacheTimeToLive;
		}

		public void setCacheTimeToLive(Duration cacheTimeToLive) {
			this.cacheTimeToLive = cacheTimeToLive;
		}

	}

}
