package org.nangospring.client.http;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManagerFactory;

import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoCallListener;
import org.nangospring.client.observation.NangoObservationConvention;
import reactor.netty.http.client.HttpClient;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * What the engine of one client needs to know. Made by
 * {@link org.nangospring.client.NangoClientBuilder}, which also checks it.
 *
 * @param name what tells the client from others in metrics and traces
 * @param host the root of Nango's API, without a trailing slash
 * @param secretKey the key that is sent with every call
 * @param limits limits in time and size
 * @param pool the connection pool
 * @param retry when and how often calls are repeated
 * @param tls what is trusted and shown on encrypted connections, or null for the defaults
 * @param httpProxy the proxy of the network, or null when there is none
 * @param observationRegistry where calls are observed
 * @param observationConvention how observations of calls are named
 * @param listeners who is told of repeated calls
 * @param httpClientCustomizer applied last to the HTTP client
 * @param webClientCustomizer applied last to the builder of the WebClient
 * @param extensions what the application adds
 * @param timing clocks and waits
 */
public record EngineSettings(String name, URI host, String secretKey, Limits limits, Pool pool, Retry retry,
		@Nullable Tls tls, @Nullable HttpProxy httpProxy, ObservationRegistry observationRegistry,
		@Nullable NangoObservationConvention observationConvention, List<NangoCallListener> listeners,
		UnaryOperator<HttpClient> httpClientCustomizer, Consumer<WebClient.Builder> webClientCustomizer,
		Extensions extensions, EngineTiming timing) {

	/**
	 * A copy for an engine that is derived.
	 * @param otherName what tells the client from others
	 * @param otherKey the key that is sent
	 * @param otherLimits limits in time and size
	 * @param otherRetry when and how often calls are repeated
	 * @param otherExtensions what the application adds
	 * @return the copy
	 */
	public EngineSettings with(String otherName, String otherKey, Limits otherLimits, Retry otherRetry,
			Extensions otherExtensions) {
		return new EngineSettings(otherName, this.host, otherKey, otherLimits, this.pool, otherRetry, this.tls,
				this.httpProxy, this.observationRegistry, this.observationConvention, this.listeners,
				this.httpClientCustomizer, this.webClientCustomizer, otherExtensions, this.timing);
	}

	@Override
	public String toString() {
		return "EngineSettings[host=" + this.host + ", secretKey=***]";
	}

	/**
	 * Limits in time and size.
	 *
	 * @param connectTimeout to make a connection
	 * @param responseTimeout between two reads of an answer
	 * @param callTimeout for a call with all its attempts and waits
	 * @param maxInMemorySize bytes of an answer held in memory
	 */
	public record Limits(Duration connectTimeout, Duration responseTimeout, Duration callTimeout, int maxInMemorySize) {

		/**
		 * A copy with other limits in time.
		 * @param otherResponseTimeout silence of the server
		 * @param otherCallTimeout a call with all its attempts and waits
		 * @return the copy
		 */
		public Limits with(Duration otherResponseTimeout, Duration otherCallTimeout) {
			return new Limits(this.connectTimeout, otherResponseTimeout, otherCallTimeout, this.maxInMemorySize);
		}

	}

	/**
	 * The connection pool.
	 *
	 * @param maxConnections connections at most
	 * @param pendingAcquireMaxCount callers that may wait for a connection
	 * @param pendingAcquireTimeout how long they wait
	 * @param maxIdleTime how long a connection may be idle
	 * @param maxLifeTime how long a connection may live
	 * @param measured whether to know how many are in use
	 */
	public record Pool(int maxConnections, int pendingAcquireMaxCount, Duration pendingAcquireTimeout,
			Duration maxIdleTime, Duration maxLifeTime, boolean measured) {
	}

	/**
	 * When and how often calls are repeated.
	 *
	 * @param maxAttempts attempts of a call at most, the first included
	 * @param initialBackoff the longest wait before the second attempt
	 * @param maxBackoff the longest wait before any attempt
	 * @param multiplier by how much the longest wait grows each time
	 * @param budget repeats that may be made in a row while nothing succeeds
	 */
	public record Retry(int maxAttempts, Duration initialBackoff, Duration maxBackoff, double multiplier, int budget) {

		/**
		 * A copy with another number of attempts.
		 * @param otherMaxAttempts attempts of a call at most
		 * @return the copy
		 */
		public Retry withMaxAttempts(int otherMaxAttempts) {
			return new Retry(otherMaxAttempts, this.initialBackoff, this.maxBackoff, this.multiplier, this.budget);
		}

	}

	/**
	 * What is trusted and shown on encrypted connections. The factories are asked for
	 * with each new connection.
	 *
	 * @param keys gives the client's own key, or null for none
	 * @param trust tells whom to trust, or null for those the JDK trusts
	 * @param protocols versions of TLS to allow, or empty for the usual ones
	 * @param ciphers cipher suites to allow, or empty for the usual ones
	 */
	public record Tls(@Nullable Supplier<KeyManagerFactory> keys, @Nullable Supplier<TrustManagerFactory> trust,
			List<String> protocols, List<String> ciphers) {
	}

	/**
	 * The proxy of the network, which has nothing to do with the proxy of Nango.
	 *
	 * @param host its host name or address
	 * @param port its port
	 * @param username who the client is to it, or null when it does not ask
	 * @param password the password that belongs to the user name
	 * @param nonProxyHosts patterns of hosts that are reached without it
	 */
	public record HttpProxy(String host, int port, @Nullable String username, @Nullable String password,
			List<String> nonProxyHosts) {

		@Override
		public String toString() {
			return "HttpProxy[" + this.host + ":" + this.port + ", password=***]";
		}

	}

}
