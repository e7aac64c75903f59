package org.nangospring.autoconfigure.observation;

import io.micrometer.observation.ObservationRegistry;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoClientBuilderCustomizer;
import org.nangospring.client.observation.NangoObservationConvention;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of observations of calls, where the application has an
 * {@link ObservationRegistry}.
 */
@AutoConfiguration(before = NangoAutoConfiguration.class)
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
public final class NangoObservationAutoConfiguration {

	// looked up when a client is built: conditions on beans could come too early
	@Bean
	@Order(0)
	@ConditionalOnMissingBean(name = "observationNangoClientBuilderCustomizer")
	NangoClientBuilderCustomizer observationNangoClientBuilderCustomizer(ObjectProvider<ObservationRegistry> registry,
			ObjectProvider<NangoObservationConvention> convention) {
		return new ObservationCustomizer(registry, convention);
	}

}
