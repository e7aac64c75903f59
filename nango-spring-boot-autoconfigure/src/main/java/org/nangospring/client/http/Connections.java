package org.nangospring.client.http;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

import org.jspecify.annotations.Nullable;
import reactor.netty.resources.ConnectionProvider;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Pool and WebClient, shared by an engine and those that are derived from it. They are
 * made by the first call, because an application that does not call Nango at its start
 * should not pay for it there.
 */
final class Connections {

	private final EngineSettings settings;

	private final @Nullable PoolMeter meter;

	/**
	 * Not a monitor: on JDK 21 to 23 a virtual thread that waits for one keeps its
	 * carrier.
	 */
	private final Lock lock = new ReentrantLock();

	private volatile @Nullable WebClient webClient;

	private volatile @Nullable ConnectionProvider provider;

	private volatile boolean closed;

	Connections(EngineSettings settings) {
		this.settings = settings;
		this.meter = settings.pool().measured() ? new PoolMeter() : null;
	}

	/**
	 * What the connections were made with.
	 */
	EngineSettings settings() {
		return this.settings;
	}

	@Nullable PoolUsage usage() {
		return (this.meter != null) ? this.meter.usage() : null;
	}

	WebClient webClient() {
		WebClient existing = this.webClient;
		if (existing != null && !this.closed) {
			return existing;
		}
		this.lock.lock();
		try {
			if (this.closed) {
				throw ClientClosedException.before();
			}
			WebClient created = this.webClient;
			if (created == null) {
				ConnectionProvider made = this.provider;
				if (made == null) {
					made = WebClientFactory.connectionProvider(this.settings.pool(), this.meter);
					this.provider = made;
				}
				created = WebClientFactory.webClient(this.settings, made);
				this.webClient = created;
			}
			return created;
		}
		finally {
			this.lock.unlock();
		}
	}

	void refuse() {
		this.lock.lock();
		try {
			this.closed = true;
		}
		finally {
			this.lock.unlock();
		}
	}

	void close() {
		refuse();
		// nobody makes another from here on
		ConnectionProvider made = this.provider;
		if (made != null) {
			made.dispose();
		}
	}

}
