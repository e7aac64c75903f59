package org.nangospring.autoconfigure.endpoint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.EngineSettings;
import org.nangospring.client.http.EngineState;

import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.Sanitizer;

/**
 * Describes the settings in force, each under the name that the endpoint
 * {@code configprops} has for it, as the application's sanitizing functions let it be
 * seen. The key and the user of the HTTP proxy are not even looked at.
 */
final class ConfigurationDescriber {

	private final Sanitizer sanitizer;

	ConfigurationDescriber(Sanitizer sanitizer) {
		this.sanitizer = sanitizer;
	}

	Map<String, Object> describe(EngineState state) {
		EngineSettings settings = state.settings();
		EngineSettings.Limits limits = settings.limits();
		Section root = new Section("nango.");
		root.put("host", settings.host().toString());
		root.put("maxInMemorySize", limits.maxInMemorySize());
		root.section("timeout")
			.put("connect", limits.connectTimeout())
			.put("response", limits.responseTimeout())
			.put("call", limits.callTimeout());
		pool(root.section("pool"), settings.pool());
		retry(root.section("retry"), settings.retry(), state.retryPolicy());
		root.section("ssl").put("customized", settings.tls() != null);
		EngineSettings.HttpProxy proxy = settings.httpProxy();
		if (proxy != null) {
			root.section("httpProxy")
				.put("host", proxy.host())
				.put("port", proxy.port())
				.put("nonProxyHosts", proxy.nonProxyHosts());
		}
		root.put("interceptors", state.interceptors());
		root.put("errorMappers", state.errorMappers());
		return root.values;
	}

	private static void pool(Section section, EngineSettings.Pool pool) {
		section.put("maxConnections", pool.maxConnections())
			.put("pendingAcquireMaxCount", pool.pendingAcquireMaxCount())
			.put("pendingAcquireTimeout", pool.pendingAcquireTimeout())
			.put("maxIdleTime", pool.maxIdleTime())
			.put("maxLifeTime", pool.maxLifeTime());
	}

	private static void retry(Section section, EngineSettings.Retry retry, @Nullable String policy) {
		section.put("maxAttempts", retry.maxAttempts())
			.put("initialBackoff", retry.initialBackoff())
			.put("maxBackoff", retry.maxBackoff())
			.put("multiplier", retry.multiplier())
			.put("budget", retry.budget());
		if (policy != null) {
			section.put("policy", policy);
		}
	}

	/**
	 * Settings whose names begin alike.
	 */
	private final class Section {

		private final String prefix;

		private final Map<String, Object> values = new LinkedHashMap<>();

		Section(String prefix) {
			this.prefix = prefix;
		}

		Section put(String name, Object value) {
			SanitizableData data = new SanitizableData(null, this.prefix + name,
					(value instanceof Duration) ? value.toString() : value);
			Object shown = ConfigurationDescriber.this.sanitizer.sanitize(data, true);
			if (shown != null) {
				this.values.put(name, shown);
			}
			return this;
		}

		Section section(String name) {
			Section section = new Section(this.prefix + name + ".");
			this.values.put(name, section.values);
			return section;
		}

	}

}
