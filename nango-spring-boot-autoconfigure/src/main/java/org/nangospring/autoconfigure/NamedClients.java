package org.nangospring.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.Environment;

/**
 * Reads what is set under {@code nango.clients}.
 */
final class NamedClients {

	private static final String PREFIX = "nango.";

	static final String CLIENTS = PREFIX + "clients";

	/** The name of an environment variable has nothing else, and no capital letters. */
	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,39}");

	/** The client without a name, and the name of its reactive bean. */
	private static final Set<String> RESERVED = Set.of("default", "reactive");

	/** What no client has for itself. */
	private static final List<String> SHARED = List.of("webhook", "listeners");

	private NamedClients() {
	}

	/**
	 * The names of the clients.
	 * @param environment holds the properties
	 * @return the names
	 * @throws NangoConfigurationException if one cannot be the name of a client
	 */
	static Set<String> names(Environment environment) {
		Map<String, Object> clients = Binder.get(environment)
			.bind(CLIENTS, Bindable.mapOf(String.class, Object.class))
			.orElse(Map.of());
		clients.forEach(NamedClients::check);
		return clients.keySet();
	}

	private static void check(String name, Object values) {
		if (!NAME.matcher(name).matches()) {
			throw new NangoConfigurationException(CLIENTS,
					"The client '" + name + "' needs another name: up to 40 small letters and digits, a letter first");
		}
		if (RESERVED.contains(name)) {
			throw new NangoConfigurationException(CLIENTS, "The client '" + name
					+ "' needs another name: this one stands for the client of " + NangoProperties.SECRET_KEY);
		}
		if (!(values instanceof Map)) {
			throw new NangoConfigurationException(own(name, "secret-key"),
					"The secret key is missing: it has a line of its own below the name");
		}
	}

	static boolean isEnabled(Environment environment, String name) {
		return Binder.get(environment).bind(own(name, "enabled"), Boolean.class).orElse(true);
	}

	/**
	 * What is configured for a client: its own values, on top of those of the client
	 * without a name. Secrets are never inherited by something with another address.
	 * @param environment holds the properties
	 * @param name the name of the client
	 * @return the properties
	 */
	static NangoProperties properties(Environment environment, String name) {
		NangoProperties properties = new NangoProperties();
		Binder binder = Binder.get(environment);
		binder.bind("nango", Bindable.ofInstance(properties));
		properties.getClients().clear();
		properties.setSecretKey(null);
		if (isSet(environment, own(name, "http-proxy.host"))) {
			properties.getHttpProxy().setUsername(null);
			properties.getHttpProxy().setPassword(null);
		}
		binder.bind(CLIENTS + "." + name, Bindable.ofInstance(properties));
		if (!properties.getClients().isEmpty()) {
			throw new NangoConfigurationException(own(name, "clients"), "Clients have no clients of their own");
		}
		for (String shared : SHARED) {
			if (NamedClientsCondition.isSetBelow(environment, ConfigurationPropertyName.of(own(name, shared)))) {
				throw new NangoConfigurationException(own(name, shared),
						"This is there once for all clients, as " + PREFIX + shared);
			}
		}
		return properties;
	}

	/**
	 * The property that is to blame for a value of a client.
	 * @param environment holds the properties
	 * @param name the name of the client
	 * @param property the property of the client without a name
	 * @return the same one if the value is inherited, otherwise that of the client
	 */
	static String blame(Environment environment, String name, String property) {
		String own = own(name, property.substring(PREFIX.length()));
		boolean inherited = !property.equals(NangoProperties.SECRET_KEY) && !isSet(environment, own)
				&& isSet(environment, property);
		return inherited ? property : own;
	}

	static String own(String name, String property) {
		return CLIENTS + "." + name + "." + property;
	}

	static boolean isSet(Environment environment, String property) {
		ConfigurationPropertyName name = ConfigurationPropertyName.of(property);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source.getConfigurationProperty(name) != null) {
				return true;
			}
		}
		return false;
	}

}
