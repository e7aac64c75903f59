package org.nangospring.autoconfigure;

import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of a {@link NangoClient} and a {@link ReactiveNangoClient} for each
 * name under {@code nango.clients}. The name is their qualifier. It is before others, and
 * not they after it, so that nothing refers to it: then it is not even loaded without
 * such names.
 */
@AutoConfiguration(after = NangoAutoConfiguration.class,
		beforeName = "org.nangospring.autoconfigure.health.NangoHealthAutoConfiguration")
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
@Conditional(NamedClientsCondition.class)
@Import(NamedClientsRegistrar.class)
public final class NangoClientsAutoConfiguration {

	@Bean(NamedClientsRegistrar.FACTORY)
	static NamedClientFactory nangoNamedClientFactory(Environment environment, NangoConnectionDetails connectionDetails,
			ObjectProvider<NangoClientBuilderCustomizer> customizers, ObjectProvider<SslBundles> sslBundles,
			ConfigurableListableBeanFactory beanFactory) {
		return new NamedClientFactory(environment, connectionDetails, customizers, sslBundles, beanFactory);
	}

}
