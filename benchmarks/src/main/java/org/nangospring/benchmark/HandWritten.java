package org.nangospring.benchmark;

import java.time.Duration;

import io.netty.channel.ChannelOption;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/**
 * What is the same for all clients that are not ours: connections set up as ours are, so
 * that the difference is in the calls.
 */
public final class HandWritten {

	private HandWritten() {
	}

	/**
	 * Makes a client with a pool of its own.
	 * @return the client
	 */
	public static HttpClient httpClient() {
		ConnectionProvider connections = ConnectionProvider.builder("hand-written")
			.maxConnections(64)
			.pendingAcquireMaxCount(1_000)
			.pendingAcquireTimeout(Duration.ofSeconds(10))
			.maxIdleTime(Duration.ofSeconds(30))
			.maxLifeTime(Duration.ofMinutes(10))
			.lifo()
			.build();
		return HttpClient.create(connections)
			.compress(true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 5_000)
			.responseTimeout(Duration.ofSeconds(30));
	}

}
