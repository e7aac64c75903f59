package org.nangospring.autoconfigure.listener;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.nangospring.listener.ListenerObserver;
import org.nangospring.listener.NangoRecordListeners;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of what record listeners count and measure, where the application
 * has a {@link MeterRegistry}.
 */
@AutoConfiguration(after = NangoListenerAutoConfiguration.class)
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean(NangoRecordListeners.class)
public final class NangoListenerMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "nangoListenerMetrics")
	ListenerObserver nangoListenerMetrics(ObjectProvider<MeterRegistry> registry) {
		return new MicrometerListenerObserver(registry);
	}

	@Bean
	@ConditionalOnMissingBean(name = "nangoListenerGauges")
	ListenerGauges nangoListenerGauges(NangoRecordListeners listeners, ObjectProvider<MeterRegistry> registry) {
		return new ListenerGauges(listeners, registry, Clock.systemUTC());
	}

}
