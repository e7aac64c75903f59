package org.nangospring.webhook;

import org.nangospring.client.NangoObject;

import org.springframework.http.HttpHeaders;

/**
 * Something that Nango tells the application. Each kind is one of the subtypes, so that a
 * {@code switch} can name them all; kinds that this version does not know are
 * {@link UnknownWebhook}. With an endpoint configured, each is published as an event of
 * the application: a method with {@code @EventListener} and a parameter of one of these
 * types gets it.
 * <p>
 * A webhook says that something happened. Ask Nango before acting on one that matters:
 * what a provider sent and Nango could not match to a connection is passed on as it is,
 * signed by Nango, so a signature proves that Nango sent a webhook, and not that Nango
 * wrote it.
 */
public sealed interface NangoWebhook extends NangoObject
		permits AuthWebhook, SyncWebhook, AsyncActionWebhook, ForwardWebhook, ProviderWebhook, UnknownWebhook {

	/**
	 * The kind of webhook.
	 * @return Nango's name for it, for example {@code auth}; {@code provider} for a
	 * {@link ProviderWebhook}, which has no name
	 */
	String type();

	/**
	 * What was sent, to be stored or passed on.
	 * @return JSON, as it came
	 */
	String body();

	/**
	 * The headers of the request. With what a provider sent come the provider's own
	 * headers, such as the name of the event.
	 * @return a copy, without the signatures; empty when none were given to
	 * {@link #read(byte[], HttpHeaders)}
	 */
	HttpHeaders headers();

	/**
	 * Tells one webhook from others. Nango gives webhooks no id, so this is made from the
	 * body: a webhook that is sent again has the same fingerprint, and so does a later
	 * one with exactly the same content.
	 * @return 64 hexadecimal digits
	 */
	String fingerprint();

	/**
	 * Reads a webhook whose signature has been checked.
	 * @param body the body of the request
	 * @return the webhook
	 * @throws NangoWebhookFormatException if the body is not JSON
	 * @see NangoWebhookVerifier
	 */
	static NangoWebhook read(byte[] body) {
		return read(body, new HttpHeaders());
	}

	/**
	 * Reads a webhook whose signature has been checked.
	 * @param body the body of the request
	 * @param headers the headers of the request
	 * @return the webhook
	 * @throws NangoWebhookFormatException if the body is not JSON
	 * @see NangoWebhookVerifier
	 */
	static NangoWebhook read(byte[] body, HttpHeaders headers) {
		return WebhookReader.read(new WebhookDelivery(body, headers));
	}

}
