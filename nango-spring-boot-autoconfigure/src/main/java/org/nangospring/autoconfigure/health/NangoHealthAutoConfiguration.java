package org.nangospring.autoconfigure.health;

import java.time.Duration;

import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.autoconfigure.NangoProperties;
import org.nangospring.client.NangoClient;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.CompositeReactiveHealthContributorConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of a health contributor named {@code nango} for all
 * {@link NangoClient} beans.
 */
@AutoConfiguration(after = NangoAutoConfiguration.class)
@ConditionalOnClass({ ReactiveHealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
@ConditionalOnBean(NangoClient.class)
@ConditionalOnEnabledHealthIndicator("nango")
@EnableConfigurationProperties(NangoProperties.class)
public final class NangoHealthAutoConfiguration
		extends CompositeReactiveHealthContributorConfiguration<NangoHealthIndicator, NangoClient> {

	NangoHealthAutoConfiguration(NangoProperties properties) {
		super((client) -> new NangoHealthIndicator(client, timeToLive(properties.getHealth().getCacheTimeToLive())));
	}

	@Bean
	@ConditionalOnMissingBean(name = { "nangoHealthIndicator", "nangoHealthContributor" })
	ReactiveHealthContributor nangoHealthContributor(ConfigurableListableBeanFactory beanFactory) {
		return createContributor(beanFactory, NangoClient.class);
	}

	private static Duration timeToLive(Duration timeToLive) {
		if (timeToLive == null || timeToLive.isNegative()) {
			throw new NangoConfigurationException("nango.health.cache-time-to-live",
					"The time must not be empty or negative; 0 turns the cache off");
		}
		return timeToLive;
	}

}
