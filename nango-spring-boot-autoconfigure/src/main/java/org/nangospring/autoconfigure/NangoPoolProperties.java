package org.nangospring.autoconfigure;

import java.time.Duration;

/**
 * The connection pool.
 */
public class NangoPoolProperties {

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

	/**
	 * Whether to count the connections in use for metrics, which costs each call a
	 * little. They are counted in any case where the actuator endpoint shows them.
	 */
	private boolean measured;

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

	public boolean isMeasured() {
		return this.measured;
	}

	public void setMeasured(boolean measured) {
		this.measured = measured;
	}

}
