package org.nangospring.autoconfigure.listener;

import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.autoconfigure.NangoListenersProperties;
import org.nangospring.listener.NangoRecordListeners;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration of a health contributor named {@code nangoListeners}.
 */
@AutoConfiguration(after = NangoListenerAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean(NangoRecordListeners.class)
@ConditionalOnEnabledHealthIndicator("nango-listeners")
@EnableConfigurationProperties(NangoListenersProperties.class)
public final class NangoListenerHealthAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "nangoListenersHealthIndicator", "nangoListenersHealthContributor" })
	HealthContributor nangoListenersHealthContributor(NangoRecordListeners listeners,
			NangoListenersProperties properties) {
		String status = properties.getHealth().getStatusWhenStopped();
		if (!StringUtils.hasText(status)) {
			throw new NangoConfigurationException("nango.listeners.health.status-when-stopped",
					"The status must not be empty");
		}
		return new RecordListenersHealthIndicator(listeners, new Status(status.trim()));
	}

}
