package org.nangospring.client.http;

import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import reactor.netty.resources.ConnectionPoolMetrics;
import reactor.netty.resources.ConnectionProvider;

/**
 * Reads the pools of one client, of which Reactor Netty makes one for each address.
 */
final class PoolMeter implements ConnectionProvider.MeterRegistrar {

	private final Map<String, ConnectionPoolMetrics> pools = new ConcurrentHashMap<>();

	@Override
	public void registerMetrics(String poolName, String id, SocketAddress remoteAddress,
			ConnectionPoolMetrics metrics) {
		this.pools.put(id, metrics);
	}

	@Override
	public void deRegisterMetrics(String poolName, String id, SocketAddress remoteAddress) {
		this.pools.remove(id);
	}

	PoolUsage usage() {
		int active = 0;
		int idle = 0;
		int pending = 0;
		for (ConnectionPoolMetrics pool : this.pools.values()) {
			active += pool.acquiredSize();
			idle += pool.idleSize();
			pending += pool.pendingAcquireSize();
		}
		return new PoolUsage(active, idle, pending);
	}

}
