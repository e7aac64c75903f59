package org.nangospring.autoconfigure.endpoint;

import org.nangospring.autoconfigure.NangoClientBuilderCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of the actuator endpoint {@code nango}. Nothing of it is loaded
 * where the endpoint is not exposed.
 */
@AutoConfiguration
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
@ConditionalOnAvailableEndpoint(NangoEndpoint.class)
public final class NangoEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	NangoEndpoint nangoEndpoint(ConfigurableListableBeanFactory beanFactory,
			ObjectProvider<SanitizingFunction> sanitizingFunctions) {
		return new NangoEndpoint(beanFactory, sanitizingFunctions);
	}

	// connections in use are counted where somebody can see it
	@Bean
	@Order(0)
	@ConditionalOnMissingBean(name = "endpointNangoClientBuilderCustomizer")
	NangoClientBuilderCustomizer endpointNangoClientBuilderCustomizer() {
		return (builder) -> builder.pool((pool) -> pool.measured(true));
	}

}
