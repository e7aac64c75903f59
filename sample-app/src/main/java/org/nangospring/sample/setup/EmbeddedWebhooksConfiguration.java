package org.nangospring.sample.setup;

import java.net.URI;

import org.nangospring.sample.nango.EmbeddedNango;
import org.nangospring.webhook.NangoWebhookVerifier;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/**
 * Lets the Nango inside the application send its webhooks here. The port is known only
 * once the server has started.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(MissingKeyCondition.class)
class EmbeddedWebhooksConfiguration {

	private final EmbeddedNango nango;

	private final String path;

	EmbeddedWebhooksConfiguration(EmbeddedNango nango, @Value("${nango.webhook.path}") String path) {
		this.nango = nango;
		this.path = path;
	}

	@EventListener
	void started(WebServerInitializedEvent event) {
		// the management server, if there is one, has a name
		if (event.getApplicationContext().getServerNamespace() == null) {
			this.nango.sendWebhooksTo(URI.create("http://127.0.0.1:" + event.getWebServer().getPort() + this.path));
		}
	}

	@Bean
	static NangoWebhookVerifier embeddedNangoWebhookVerifier(EmbeddedNango nango) {
		return NangoWebhookVerifier.of(nango.signingKey());
	}

}
