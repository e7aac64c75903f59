package org.nangospring.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * The properties that point an application to a mock, as far as its own ones allow.
 *
 * @param binder reads the properties of the application
 */
record MockProperties(Binder binder) {

	private static final String SIGNING_KEYS = "nango.webhook.signing-keys";

	private static final String SECRET_KEY = "nango.secret-key";

	private static final String CLIENTS = "nango.clients";

	static MockProperties of(Environment environment) {
		return new MockProperties(Binder.get(environment));
	}

	/**
	 * The keys that the application checks webhooks with. A placeholder that nothing is
	 * known for stays as it is, so it is none.
	 */
	List<String> signingKeys() {
		return this.binder.bind(SIGNING_KEYS, Bindable.listOf(String.class))
			.orElse(List.of())
			.stream()
			.filter((key) -> StringUtils.hasText(key) && !key.contains("${"))
			.toList();
	}

	Map<String, Object> pointingTo(NangoMock mock) {
		Map<String, Object> properties = new LinkedHashMap<>();
		Set<String> clients = this.binder.bind(CLIENTS, Bindable.mapOf(String.class, Object.class))
			.map(Map::keySet)
			.orElse(Set.of());
		point(properties, "nango", mock);
		if (!clients.isEmpty() && !this.binder.bind(SECRET_KEY, String.class).isBound()) {
			// with a key there would be one client more than the application has
			properties.remove(SECRET_KEY);
		}
		clients.forEach((name) -> point(properties, CLIENTS + "." + name, mock));
		if (signingKeys().isEmpty()) {
			properties.put(SIGNING_KEYS, mock.signingKey());
		}
		return properties;
	}

	private static void point(Map<String, Object> properties, String prefix, NangoMock mock) {
		properties.put(prefix + ".host", mock.host());
		properties.put(prefix + ".secret-key", mock.secretKey());
		// loopback is not reached through a proxy
		properties.put(prefix + ".http-proxy.host", "");
	}

}
