package org.nangospring.client;

import java.time.Duration;

import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineSettings;

/**
 * The connection pool of a client.
 */
public final class PoolOptions {

	private int maxConnections = 64;

	private int pendingAcquireMaxCount = 1_000;

	private Duration pendingAcquireTimeout = Duration.ofSeconds(10);

	private Duration maxIdleTime = Duration.ofSeconds(30);

	private Duration maxLifeTime = Duration.ofMinutes(10);

	private boolean measured;

	PoolOptions() {
	}

	/**
	 * Sets how many connections there are at most. The default is 64.
	 * @param maxConnections the number, at least 1
	 * @return these options
	 */
	public PoolOptions maxConnections(int maxConnections) {
		this.maxConnections = Arguments.range(maxConnections, 1, 100_000, "number of connections");
		return this;
	}

	/**
	 * Sets how many calls may wait for a connection; those that come on top fail at once.
	 * The default is 1000.
	 * @param pendingAcquireMaxCount the number, at least 1
	 * @return these options
	 */
	public PoolOptions pendingAcquireMaxCount(int pendingAcquireMaxCount) {
		this.pendingAcquireMaxCount = Arguments.range(pendingAcquireMaxCount, 1, 10_000_000, "number of waiting calls");
		return this;
	}

	/**
	 * Sets how long a call may wait for a connection. The default is 10 seconds.
	 * @param timeout the limit, at least a millisecond
	 * @return these options
	 */
	public PoolOptions pendingAcquireTimeout(Duration timeout) {
		this.pendingAcquireTimeout = Arguments.positive(timeout, "time to wait for a connection");
		return this;
	}

	/**
	 * Sets after how long without use a connection is closed. The default is 30 seconds,
	 * which is less than the usual load balancer keeps it.
	 * @param time the time, at least a millisecond
	 * @return these options
	 */
	public PoolOptions maxIdleTime(Duration time) {
		this.maxIdleTime = Arguments.positive(time, "idle time");
		return this;
	}

	/**
	 * Sets after how long a connection is closed in any case, so that changes of DNS are
	 * noticed. The default is 10 minutes.
	 * @param time the time, at least a millisecond
	 * @return these options
	 */
	public PoolOptions maxLifeTime(Duration time) {
		this.maxLifeTime = Arguments.positive(time, "life time");
		return this;
	}

	/**
	 * Sets whether to count the connections in use, which costs each call a little. The
	 * actuator endpoint and metrics show the numbers; where there is that endpoint, the
	 * starter sets this. The default is false.
	 * @param measured whether to count
	 * @return these options
	 */
	public PoolOptions measured(boolean measured) {
		this.measured = measured;
		return this;
	}

	EngineSettings.Pool settings() {
		return new EngineSettings.Pool(this.maxConnections, this.pendingAcquireMaxCount, this.pendingAcquireTimeout,
				this.maxIdleTime, this.maxLifeTime, this.measured);
	}

}
