package org.nangospring.autoconfigure.webhook;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.autoconfigure.NangoWebhookProperties;
import org.nangospring.webhook.InMemoryWebhookDeliveries;
import org.nangospring.webhook.NangoWebhookVerifier;
import org.nangospring.webhook.WebhookDeliveries;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of an endpoint that publishes webhooks as events, in web
 * applications with {@code nango.webhook.path}.
 */
@AutoConfiguration(after = NangoWebhookAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "nango.enabled", matchIfMissing = true)
@Conditional(WebhookPathCondition.class)
public final class NangoWebhookEndpointAutoConfiguration {

	@Bean
	WebhookSettings nangoWebhookSettings(NangoWebhookProperties properties) {
		return WebhookSettings.of(properties);
	}

	@Bean
	WebhookExecutor nangoWebhookExecutor(WebhookSettings settings) {
		return new WebhookExecutor(settings.concurrency(), settings.queueCapacity());
	}

	@Bean
	@ConditionalOnMissingBean
	@ConditionalOnBooleanProperty(name = "nango.webhook.deduplication.enabled", matchIfMissing = true)
	WebhookDeliveries nangoWebhookDeliveries(NangoWebhookProperties properties) {
		NangoWebhookProperties.Deduplication deduplication = properties.getDeduplication();
		try {
			return new InMemoryWebhookDeliveries(deduplication.getSize(), deduplication.getTimeToLive(),
					Clock.systemUTC());
		}
		catch (IllegalArgumentException ex) {
			String property = (deduplication.getSize() < 1) ? "size" : "time-to-live";
			throw new NangoConfigurationException("nango.webhook.deduplication." + property,
					String.valueOf(ex.getMessage()));
		}
	}

	@Bean
	WebhookReceiver nangoWebhookReceiver(WebhookSettings settings, NangoWebhookProperties properties,
			NangoWebhookVerifier verifier, WebhookExecutor executor, ApplicationEventPublisher events,
			ObjectProvider<WebhookDeliveries> deliveries, ObjectProvider<WebhookMeters> meters,
			ObjectProvider<ObservationRegistry> observations) {
		boolean once = properties.getDeduplication().isEnabled();
		WebhookListeners listeners = new WebhookListeners(events, once ? deliveries.getObject() : null,
				observations.getIfUnique(() -> ObservationRegistry.NOOP));
		return new WebhookReceiver(verifier, new WebhookDispatcher(listeners, executor, settings.patience(), once),
				meters.getIfUnique(() -> WebhookMeters.NONE), settings.maxBodySize());
	}

	/**
	 * Counting, where there is Micrometer.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MetersConfiguration {

		@Bean
		MicrometerWebhookMeters nangoWebhookMeters(ObjectProvider<MeterRegistry> registry) {
			return new MicrometerWebhookMeters(registry);
		}

	}

	/**
	 * The endpoint of servlet applications.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	@ConditionalOnClass(org.springframework.web.servlet.DispatcherServlet.class)
	static class ServletConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "nangoWebhookRouterFunction")
		org.springframework.web.servlet.function.RouterFunction<org.springframework.web.servlet.function.ServerResponse> nangoWebhookRouterFunction(
				WebhookSettings settings, WebhookReceiver receiver, ObjectProvider<ObservationRegistry> observations) {
			return org.springframework.web.servlet.function.RouterFunctions.route(
					org.springframework.web.servlet.function.RequestPredicates.path(settings.path()),
					new ServletWebhookEndpoint(receiver, observations.getIfUnique(() -> ObservationRegistry.NOOP)));
		}

	}

	/**
	 * The endpoint of reactive applications.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	static class ReactiveConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = "nangoWebhookRouterFunction")
		org.springframework.web.reactive.function.server.RouterFunction<org.springframework.web.reactive.function.server.ServerResponse> nangoWebhookRouterFunction(
				WebhookSettings settings, WebhookReceiver receiver) {
			return org.springframework.web.reactive.function.server.RouterFunctions.route(
					org.springframework.web.reactive.function.server.RequestPredicates.path(settings.path()),
					new ReactiveWebhookEndpoint(receiver));
		}

	}

}
