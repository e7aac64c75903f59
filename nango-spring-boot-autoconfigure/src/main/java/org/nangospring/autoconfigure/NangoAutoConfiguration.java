package org.nangospring.autoconfigure;

import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.ReactiveNangoClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Scope;

/**
 * Auto-configuration of {@link NangoClient} and {@link ReactiveNangoClient}. The
 * {@link NangoClientBuilder} is a bean too, a new one for each injection, from which an
 * application makes further clients.
 */
@AutoConfiguration
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
@EnableConfigurationProperties(NangoProperties.class)
public final class NangoAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(NangoConnectionDetails.class)
	PropertiesNangoConnectionDetails nangoConnectionDetails(NangoProperties properties,
			ObjectProvider<SslBundles> sslBundles) {
		return new PropertiesNangoConnectionDetails(properties, sslBundles.getIfAvailable());
	}

	@Bean
	NangoClientBuilderConfigurer nangoClientBuilderConfigurer(NangoProperties properties,
			NangoConnectionDetails connectionDetails, ObjectProvider<NangoClientBuilderCustomizer> customizers,
			ConfigurableListableBeanFactory beanFactory) {
		return new NangoClientBuilderConfigurer(properties, connectionDetails, customizers, beanFactory);
	}

	@Bean
	@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
	@ConditionalOnMissingBean
	NangoClientBuilder nangoClientBuilder(NangoClientBuilderConfigurer configurer) {
		return configurer.configure(NangoClient.builder());
	}

	@Bean
	@ConditionalOnMissingBean
	@Conditional(DefaultClientCondition.class)
	NangoClient nangoClient(NangoClientBuilder builder) {
		try {
			return builder.build();
		}
		catch (IllegalStateException ex) {
			// neither the connection details nor a customizer had a key
			throw new NangoConfigurationException(NangoProperties.SECRET_KEY, "The secret key is missing");
		}
	}

	// closed by the client it belongs to
	@Bean(destroyMethod = "")
	@ConditionalOnMissingBean
	@ConditionalOnSingleCandidate(NangoClient.class)
	ReactiveNangoClient reactiveNangoClient(NangoClient nangoClient) {
		return nangoClient.reactive();
	}

}
