package org.nangospring.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration that keeps the keys of Nango out of the actuator. Also in place when
 * {@code nango.enabled} is false, because the keys may be configured all the same.
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class NangoSanitizingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "nangoSanitizingFunction")
	static NangoSanitizingFunction nangoSanitizingFunction(ObjectProvider<NangoProperties> properties,
			ObjectProvider<NangoWebhookProperties> webhookProperties) {
		return new NangoSanitizingFunction(properties, webhookProperties);
	}

}
