package org.nangospring.autoconfigure.container;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoConfigurationException;

import org.springframework.util.StringUtils;

/**
 * What the variables and labels of a container tell about the Nango server in it.
 */
final class NangoServerContainer {

	/** The names under which a container is known to be one of Nango's server. */
	static final List<String> CONNECTION_NAMES = List.of("nango", "nangohq/nango-server");

	static final String KEY_LABEL = "org.nangospring.secret-key";

	static final String ENVIRONMENT_LABEL = "org.nangospring.environment";

	/** The server takes the value as the key of the environment whose name follows. */
	private static final String KEY_VARIABLE = "NANGO_SECRET_KEY_";

	private static final String PORT_VARIABLE = "SERVER_PORT";

	private static final int DEFAULT_PORT = 3003;

	private final Map<String, ? extends @Nullable String> variables;

	private final Map<String, String> labels;

	NangoServerContainer(Map<String, ? extends @Nullable String> variables, Map<String, String> labels) {
		this.variables = variables;
		this.labels = labels;
	}

	/**
	 * The port inside of the container at which the API is.
	 */
	int port() {
		String port = this.variables.get(PORT_VARIABLE);
		try {
			return StringUtils.hasText(port) ? Integer.parseInt(port.trim()) : DEFAULT_PORT;
		}
		catch (NumberFormatException ex) {
			throw new NangoConfigurationException(null,
					"The variable " + PORT_VARIABLE + " of the container must be a number");
		}
	}

	/**
	 * The secret key, as far as it can be known: a server that was given none makes one
	 * that only its dashboard shows.
	 * @return the key, or null when it is not known or there are several
	 */
	@Nullable String secretKey() {
		String label = this.labels.get(KEY_LABEL);
		if (StringUtils.hasText(label)) {
			return label;
		}
		String environment = this.labels.get(ENVIRONMENT_LABEL);
		return StringUtils.hasText(environment) ? keyOf(environment.trim()) : onlyKey();
	}

	private String keyOf(String environment) {
		String variable = KEY_VARIABLE + environment.toUpperCase(Locale.ROOT);
		String key = this.variables.get(variable);
		if (!StringUtils.hasText(key)) {
			throw new NangoConfigurationException(null, "The container has the label " + ENVIRONMENT_LABEL
					+ " for the environment '" + environment + "', but no variable " + variable);
		}
		return key;
	}

	private @Nullable String onlyKey() {
		List<String> keys = this.variables.entrySet()
			.stream()
			.filter((variable) -> variable.getKey().startsWith(KEY_VARIABLE))
			.<@Nullable String>map(Map.Entry::getValue)
			.filter(StringUtils::hasText)
			.distinct()
			.toList();
		return (keys.size() == 1) ? keys.get(0) : null;
	}

	/**
	 * The root of the API as it is reached from outside of the container.
	 */
	static URI address(String host, int port, boolean encrypted) {
		String name = host.contains(":") ? "[" + host + "]" : host;
		return URI.create((encrypted ? "https://" : "http://") + name + ":" + port);
	}

}
