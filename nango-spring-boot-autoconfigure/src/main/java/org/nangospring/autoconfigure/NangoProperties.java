package org.nangospring.autoconfigure;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;
import org.springframework.util.unit.DataSize;

/**
 * What can be configured. Defaults are those of
 * {@link org.nangospring.client.NangoClientBuilder}.
 */
@ConfigurationProperties("nango")
public class NangoProperties {

	static final String SECRET_KEY = "nango.secret-key";

	static final String HOST = "nango.host";

	static final String SSL_BUNDLE = "nango.ssl.bundle";

	/**
	 * Whether to configure anything for Nango.
	 */
	private boolean enabled = true;

	/**
	 * Secret key of the Nango environment, as its settings in Nango's dashboard show it.
	 * Without one the application does not start, unless it declares a client of its own.
	 */
	private @Nullable String secretKey;

	/**
	 * Root of Nango's API. A slash at the end does no harm; plain HTTP to another machine
	 * is warned about.
	 */
	private @Nullable String host = "https://api.nango.dev";

	/**
	 * Maximum size of an answer that is held in memory. Larger ones fail with a
	 * NangoResponseTooLargeException.
	 */
	private DataSize maxInMemorySize = DataSize.ofMegabytes(16);

	private final Timeout timeout = new Timeout();

	@NestedConfigurationProperty
	private final NangoPoolProperties pool = new NangoPoolProperties();

	@NestedConfigurationProperty
	private final NangoRetryProperties retry = new NangoRetryProperties();

	private final Ssl ssl = new Ssl();

	@NestedConfigurationProperty
	private final NangoHttpProxyProperties httpProxy = new NangoHttpProxyProperties();

	private final Health health = new Health();

	/**
	 * Clients for further environments by their names, each with a key of its own. What
	 * one of them does not set is as under nango itself, except for the secret key.
	 */
	private final Map<String, NangoProperties> clients = new LinkedHashMap<>();

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

	public NangoPoolProperties getPool() {
		return this.pool;
	}

	public NangoRetryProperties getRetry() {
		return this.retry;
	}

	public Ssl getSsl() {
		return this.ssl;
	}

	public NangoHttpProxyProperties getHttpProxy() {
		return this.httpProxy;
	}

	public Health getHealth() {
		return this.health;
	}

	public Map<String, NangoProperties> getClients() {
		return this.clients;
	}

	@Override
	public String toString() {
		return "NangoProperties[enabled=" + this.enabled + ", host=" + this.host + ", secretKey="
				+ masked(this.secretKey) + ", httpProxy=" + this.httpProxy + "]";
	}

	private static String masked(@Nullable String secret) {
		return (secret != null) ? "***" : "none";
	}

	/**
	 * Limits in time.
	 */
	public static class Timeout {

		/**
		 * Maximum time to make a connection, and again for its TLS handshake and for the
		 * answer of an HTTP proxy.
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
	 * Encrypted connections.
	 */
	public static class Ssl {

		/**
		 * Name of the SSL bundle that tells whom to trust, and which certificate to show.
		 */
		private @Nullable String bundle;

		public @Nullable String getBundle() {
			return this.bundle;
		}

		public void setBundle(@Nullable String bundle) {
			this.bundle = bundle;
		}

	}

	/**
	 * The health check.
	 */
	public static class Health {

		/**
		 * Time for which the result of a health check is used again, so that checks do
		 * not use up the rate limit. 0 turns that off.
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
