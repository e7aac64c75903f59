package org.nangospring.autoconfigure.observation;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoClientBuilderCustomizer;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/**
 * Auto-configuration of what the client counts and measures beyond its observations,
 * where the application has a {@link MeterRegistry}.
 */
@AutoConfiguration(before = NangoAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
public final class NangoMetricsAutoConfiguration {

	@Bean
	@Order(0)
	@ConditionalOnMissingBean(name = "metricsNangoClientBuilderCustomizer")
	NangoClientBuilderCustomizer metricsNangoClientBuilderCustomizer(ObjectProvider<MeterRegistry> registry) {
		return (builder) -> builder.listener(new RetryCounter(registry));
	}

	@Bean
	@ConditionalOnMissingBean(name = "nangoRateLimitMeterBinder")
	RateLimitMeterBinder nangoRateLimitMeterBinder(ConfigurableListableBeanFactory beanFactory) {
		return new RateLimitMeterBinder(beanFactory, Clock.systemUTC());
	}

	@Bean
	@ConditionalOnMissingBean(name = "nangoEngineMeterBinder")
	EngineMeterBinder nangoEngineMeterBinder(ConfigurableListableBeanFactory beanFactory) {
		return new EngineMeterBinder(beanFactory);
	}

}
