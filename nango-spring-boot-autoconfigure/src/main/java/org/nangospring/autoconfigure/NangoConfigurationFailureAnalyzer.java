package org.nangospring.autoconfigure;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/**
 * Says what to write when what is configured cannot make a client.
 */
class NangoConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<NangoConfigurationException> {

	private static final Pattern NAMED_KEY = Pattern.compile("nango\\.clients\\.([a-z0-9]+)\\.secret-key");

	private final Environment environment;

	NangoConfigurationFailureAnalyzer(Environment environment) {
		this.environment = environment;
	}

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, NangoConfigurationException cause) {
		return new FailureAnalysis(description(cause), action(cause.getProperty()), cause);
	}

	private String description(NangoConfigurationException cause) {
		StringBuilder text = new StringBuilder("Nango could not be configured:%n%n".formatted());
		String property = cause.getProperty();
		if (property != null) {
			text.append("    Property: %s%n".formatted(property));
			String origin = origin(property);
			if (origin != null) {
				text.append("    Origin: %s%n".formatted(origin));
			}
		}
		return text.append("    Reason: %s".formatted(cause.getProblem())).toString();
	}

	private String action(@Nullable String property) {
		if (property == null) {
			return "Correct the beans that are named, or the container that they are made from. " + withoutNango();
		}
		Matcher namedKey = NAMED_KEY.matcher(property);
		if (namedKey.matches()) {
			return namedKey(namedKey.group(1));
		}
		return switch (property) {
			case NangoProperties.SECRET_KEY ->
				"Copy the secret key from the Environment Settings in Nango's dashboard. "
						+ write("secret-key: <your secret key>", "nango.secret-key=<your secret key>")
						+ "or set the environment variable NANGO_SECRET_KEY. " + withoutNango();
			case NangoProperties.HOST -> "Name the address of Nango's API, or remove the line to use Nango Cloud. "
					+ write("host: https://api.nango.dev", "nango.host=https://api.nango.dev") + withoutNango();
			case "nango.webhook.signing-keys" ->
				"Copy the signing key of webhooks from the Environment Settings in Nango's dashboard. "
						+ write("webhook:%n        signing-keys: <your signing key>".formatted(),
								"nango.webhook.signing-keys=<your signing key>")
						+ "or remove nango.webhook.path to have no endpoint.";
			case NamedClients.CLIENTS -> "Give the client another name. " + withoutNango();
			default -> correct(property) + withoutNango();
		};
	}

	private String correct(String property) {
		if (find(property) != null) {
			return "Correct the value of " + property + ", or remove it to use its default. ";
		}
		return NamedClientsCondition.isSetBelow(this.environment, name(property))
				? "Correct what is set below " + property + ", or remove it. " : "Set " + property + ". ";
	}

	private static String namedKey(String client) {
		String yaml = "clients:%n        %s:%n          secret-key: <your secret key>".formatted(client);
		return "Copy the secret key of this environment from its Environment Settings in Nango's dashboard. "
				+ write(yaml, "nango.clients.%s.secret-key=<your secret key>".formatted(client))
				+ "or set the environment variable NANGO_CLIENTS_%s_SECRETKEY. To start without this client, write nango.clients.%s.enabled=false."
					.formatted(client.toUpperCase(Locale.ROOT), client);
	}

	private static String write(String yaml, String properties) {
		return "Write in application.yml:%n%n    nango:%n      %s%n%nor in application.properties:%n%n    %s%n%n"
			.formatted(yaml, properties);
	}

	private static String withoutNango() {
		return "To start without Nango, write nango.enabled=false.";
	}

	private @Nullable String origin(String property) {
		ConfigurationProperty found = find(property);
		return (found != null && found.getOrigin() != null) ? found.getOrigin().toString() : null;
	}

	private @Nullable ConfigurationProperty find(String property) {
		ConfigurationPropertyName name = name(property);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty found = source.getConfigurationProperty(name);
			if (found != null) {
				return found;
			}
		}
		return null;
	}

	/**
	 * The id of a listener is part of some, with capital letters and all.
	 */
	private static ConfigurationPropertyName name(String property) {
		return ConfigurationPropertyName.adapt(property, '.');
	}

}
