package org.nangospring.autoconfigure;

import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.ReactiveNangoClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.core.env.Environment;

/**
 * Makes the clients under {@code nango.clients}.
 */
final class NamedClientFactory {

	private final Environment environment;

	private final NangoConnectionDetails connectionDetails;

	private final ObjectProvider<NangoClientBuilderCustomizer> customizers;

	private final ObjectProvider<SslBundles> sslBundles;

	private final ConfigurableListableBeanFactory beanFactory;

	NamedClientFactory(Environment environment, NangoConnectionDetails connectionDetails,
			ObjectProvider<NangoClientBuilderCustomizer> customizers, ObjectProvider<SslBundles> sslBundles,
			ConfigurableListableBeanFactory beanFactory) {
		this.environment = environment;
		this.connectionDetails = connectionDetails;
		this.customizers = customizers;
		this.sslBundles = sslBundles;
		this.beanFactory = beanFactory;
	}

	/**
	 * Makes a client.
	 * @param name its name
	 * @return the client
	 * @throws NangoConfigurationException if what is configured cannot make one
	 */
	NangoClient client(String name) {
		NangoClientBuilder builder = builder(name);
		try {
			return builder.build();
		}
		catch (IllegalStateException ex) {
			// neither the properties nor a customizer had a key
			throw new NangoConfigurationException(NamedClients.own(name, "secret-key"), "The secret key is missing");
		}
	}

	/**
	 * The reactive side of a client.
	 * @param client the client
	 * @return the same one for reactive callers
	 */
	ReactiveNangoClient reactive(NangoClient client) {
		return client.reactive();
	}

	private NangoClientBuilder builder(String name) {
		try {
			NangoProperties properties = NamedClients.properties(this.environment, name);
			return new NangoClientBuilderConfigurer(properties, details(name, properties), this.customizers,
					this.beanFactory)
				.configure(NangoClient.builder().name(name));
		}
		catch (NangoConfigurationException ex) {
			throw forClient(name, ex);
		}
	}

	/**
	 * Takes what the client does not set from a {@link NangoConnectionDetails} bean of
	 * the application, where there is one, as the client without a name does.
	 */
	private NangoConnectionDetails details(String name, NangoProperties properties) {
		SslBundle inherited = null;
		if (!(this.connectionDetails instanceof PropertiesNangoConnectionDetails)) {
			if (!NamedClients.isSet(this.environment, NamedClients.own(name, "host"))) {
				properties.setHost(this.connectionDetails.getHost().toString());
			}
			if (!NamedClients.isSet(this.environment, NamedClients.own(name, "ssl.bundle"))) {
				properties.getSsl().setBundle(null);
				inherited = this.connectionDetails.getSslBundle();
			}
		}
		return new PropertiesNangoConnectionDetails(properties, this.sslBundles.getIfAvailable(), inherited);
	}

	private NangoConfigurationException forClient(String name, NangoConfigurationException ex) {
		String property = ex.getProperty();
		if (property == null || property.startsWith(NamedClients.own(name, ""))) {
			return ex;
		}
		return new NangoConfigurationException(NamedClients.blame(this.environment, name, property), ex.getProblem());
	}

}
