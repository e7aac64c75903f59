package org.nangospring.autoconfigure.listener;

import org.nangospring.listener.NangoRecordListeners;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the actuator endpoint {@code nangolisteners}.
 */
@AutoConfiguration(after = NangoListenerAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean(NangoRecordListeners.class)
@ConditionalOnAvailableEndpoint(NangoListenersEndpoint.class)
public final class NangoListenerEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	NangoListenersEndpoint nangoListenersEndpoint(NangoRecordListeners listeners) {
		return new NangoListenersEndpoint(listeners);
	}

}
