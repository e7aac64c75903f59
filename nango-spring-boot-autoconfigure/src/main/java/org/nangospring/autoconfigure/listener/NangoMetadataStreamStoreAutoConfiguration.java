package org.nangospring.autoconfigure.listener;

import java.time.Duration;

import org.nangospring.autoconfigure.NangoListenersProperties;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.integration.MetadataStreamStore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.integration.metadata.MetadataStore;
import org.springframework.integration.support.locks.LockRegistry;
import org.springframework.integration.support.locks.RenewableLockRegistry;

/**
 * Auto-configuration of positions in a {@link MetadataStore} of Spring Integration, where
 * the application has one and a {@link LockRegistry}, and there are record listeners.
 */
@AutoConfiguration(after = NangoJdbcStreamStoreAutoConfiguration.class, before = NangoListenerAutoConfiguration.class,
		afterName = "org.springframework.boot.integration.autoconfigure.IntegrationAutoConfiguration")
@ConditionalOnClass({ MetadataStore.class, LockRegistry.class })
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
@Conditional(StoreCondition.Metadata.class)
@ConditionalOnSingleCandidate(MetadataStore.class)
@ConditionalOnMissingBean(StreamStore.class)
public final class NangoMetadataStreamStoreAutoConfiguration {

	/**
	 * What is made where there are locks too.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnSingleCandidate(LockRegistry.class)
	@ConditionalOnRecordListener
	@EnableConfigurationProperties(NangoListenersProperties.class)
	static class StoreConfiguration {

		@Bean
		MetadataStreamStore nangoStreamStore(MetadataStore metadata, LockRegistry<?> locks,
				NangoListenersProperties properties) {
			NangoListenersProperties.Metadata settings = properties.getMetadata();
			MetadataStreamStore.Builder builder = MetadataStreamStore.builder(metadata, locks);
			PropertyChecks.set("metadata.key-prefix", () -> builder.keyPrefix(settings.getKeyPrefix()));
			Duration timeToLive = settings.getLockTimeToLive();
			if (timeToLive != null) {
				PropertyChecks.set("metadata.lock-time-to-live", () -> builder.takeOverAfter(timeToLive));
			}
			else if (locks instanceof RenewableLockRegistry<?>) {
				PropertyChecks.set("take-over-after", () -> builder.takeOverAfter(properties.getTakeOverAfter()));
			}
			return builder.build();
		}

	}

}
