package org.nangospring.autoconfigure.webhook;

import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoConnectionDetails;
import org.nangospring.autoconfigure.NangoProperties;
import org.nangospring.autoconfigure.NangoWebhookProperties;
import org.nangospring.webhook.NangoWebhookVerifier;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * Auto-configuration of what checks Nango's webhooks: a {@link NangoWebhookVerifier} for
 * whoever asks for one.
 */
@AutoConfiguration(after = NangoAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
@EnableConfigurationProperties(NangoWebhookProperties.class)
public final class NangoWebhookAutoConfiguration {

	// made when it is asked for: without webhooks nobody needs a key for them
	@Bean
	@Lazy
	@ConditionalOnMissingBean
	NangoWebhookVerifier nangoWebhookVerifier(NangoWebhookProperties properties,
			NangoConnectionDetails connectionDetails, NangoProperties clients) {
		return SigningKeySource.verifier(properties.getSigningKeys(), connectionDetails, clients);
	}

}
