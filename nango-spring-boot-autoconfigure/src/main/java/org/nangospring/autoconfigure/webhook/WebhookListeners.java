package org.nangospring.autoconfigure.webhook;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.webhook.NangoWebhookObservationDocumentation.Keys;
import org.nangospring.webhook.NangoWebhook;
import org.nangospring.webhook.UnknownWebhook;
import org.nangospring.webhook.WebhookDeliveries;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Gives a webhook to the listeners of the application, unless they have had it before.
 */
final class WebhookListeners {

	private static final Log logger = LogFactory.getLog(WebhookListeners.class);

	private final ApplicationEventPublisher events;

	private final @Nullable WebhookDeliveries deliveries;

	private final ObservationRegistry observations;

	/**
	 * Creates the listeners.
	 * @param events gets the webhooks
	 * @param deliveries remembers what was handled, or null to hand on everything
	 * @param observations times the listeners
	 */
	WebhookListeners(ApplicationEventPublisher events, @Nullable WebhookDeliveries deliveries,
			ObservationRegistry observations) {
		this.events = events;
		this.deliveries = deliveries;
		this.observations = observations;
	}

	/**
	 * Runs the listeners and waits for them.
	 * @param webhook the webhook
	 * @param parent what goes on around it, or null
	 * @return how it went; nothing is thrown
	 */
	WebhookAnswer handle(NangoWebhook webhook, @Nullable Observation parent) {
		try {
			return (this.deliveries != null) ? handleOnce(this.deliveries, webhook, parent) : publish(webhook, parent);
		}
		catch (Throwable ex) {
			logger.error("A webhook of type " + kind(webhook) + " could not be handled", ex);
			return WebhookAnswer.FAILED;
		}
	}

	private WebhookAnswer handleOnce(WebhookDeliveries deliveries, NangoWebhook webhook, @Nullable Observation parent) {
		String fingerprint = webhook.fingerprint();
		return switch (deliveries.claim(fingerprint)) {
			case HANDLED -> WebhookAnswer.DUPLICATE;
			case IN_PROGRESS -> {
				logger.info("A webhook of type " + kind(webhook) + " is already being handled, by another instance or"
						+ " since before a crash, and is left to it");
				yield WebhookAnswer.IN_PROGRESS;
			}
			case GRANTED -> {
				try {
					publish(webhook, parent);
				}
				catch (Throwable ex) {
					release(deliveries, fingerprint, ex);
					throw ex;
				}
				deliveries.handled(fingerprint);
				yield WebhookAnswer.HANDLED;
			}
		};
	}

	/**
	 * A store that fails as well must not hide why the listener did.
	 */
	private static void release(WebhookDeliveries deliveries, String fingerprint, Throwable failure) {
		try {
			deliveries.failed(fingerprint);
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
		}
	}

	private WebhookAnswer publish(NangoWebhook webhook, @Nullable Observation parent) {
		Observation observation = NangoWebhookObservationDocumentation.HANDLING.observation(this.observations)
			.contextualName("nango webhook " + kind(webhook))
			.lowCardinalityKeyValue(Keys.TYPE.withValue(kind(webhook)));
		if (parent != null) {
			observation.parentObservation(parent);
		}
		observation.observe(() -> {
			WebhookAnswer outcome = WebhookAnswer.FAILED;
			try {
				this.events.publishEvent(webhook);
				outcome = WebhookAnswer.HANDLED;
			}
			finally {
				observation.lowCardinalityKeyValue(Keys.OUTCOME.withValue(outcome.tag()));
			}
		});
		return WebhookAnswer.HANDLED;
	}

	/**
	 * The type of a webhook as metrics and logs may show it: whatever Nango adds, it is
	 * one of a few.
	 */
	static String kind(NangoWebhook webhook) {
		return (webhook instanceof UnknownWebhook) ? "unknown" : webhook.type();
	}

}
