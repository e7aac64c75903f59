package org.nangospring.autoconfigure;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.HttpProxyOptions;
import org.nangospring.client.NangoClientBuilder;

/**
 * Applies the properties of the HTTP proxy to a builder. An empty host stands for no
 * proxy, so that it can come from a variable that is not always set.
 */
final class HttpProxySettings {

	private static final String PREFIX = "nango.http-proxy.";

	private HttpProxySettings() {
	}

	static void apply(NangoHttpProxyProperties properties, NangoClientBuilder builder) {
		String host = properties.getHost();
		if (host == null) {
			refuseWithoutHost(properties);
		}
		if (host == null || host.isBlank()) {
			return;
		}
		builder.httpProxy((proxy) -> {
			Integer port = required("port", properties.getPort());
			// a port that is no port is not the host's fault
			set(PREFIX + "host", host, (name) -> proxy.address(name, 1));
			set(PREFIX + "port", port, (number) -> proxy.address(host, number));
			set(PREFIX + "non-proxy-hosts", properties.getNonProxyHosts(), proxy::nonProxyHosts);
			applyCredentials(properties, proxy);
		});
	}

	private static void applyCredentials(NangoHttpProxyProperties properties, HttpProxyOptions proxy) {
		String username = emptyIsNone(properties.getUsername());
		String password = emptyIsNone(properties.getPassword());
		if (username != null || password != null) {
			String name = required("username", username);
			String secret = required("password", password);
			set(PREFIX + "username", name, (value) -> proxy.credentials(value, secret));
		}
	}

	private static <T> void set(String property, T value, Consumer<T> setter) {
		try {
			setter.accept(value);
		}
		catch (IllegalArgumentException ex) {
			throw NangoClientBuilderConfigurer.unusable(property, ex);
		}
	}

	private static void refuseWithoutHost(NangoHttpProxyProperties properties) {
		if (properties.getPort() != null || properties.getUsername() != null || properties.getPassword() != null
				|| !properties.getNonProxyHosts().isEmpty()) {
			required("host", null);
		}
	}

	private static <T> T required(String name, @Nullable T value) {
		if (value == null) {
			throw new NangoConfigurationException(PREFIX + name, "The " + name + " of the HTTP proxy is missing");
		}
		return value;
	}

	private static @Nullable String emptyIsNone(@Nullable String text) {
		return (text == null || text.isEmpty()) ? null : text;
	}

}
