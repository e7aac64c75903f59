package org.nangospring.webhook;

/**
 * Remembers which webhooks were handled, so that one that Nango sends again is not
 * handled twice. Nango sends a webhook up to three times, within about a minute, when it
 * was not told in time that it was handled.
 * <p>
 * The endpoint uses the one in {@link InMemoryWebhookDeliveries} unless the application
 * declares another, for example one on a database that its instances share. Methods are
 * called on threads that may wait. One that fails makes the endpoint answer with 500, so
 * that Nango sends the webhook again; with {@code nango.webhook.mode=async} Nango was
 * answered before, and the failure is only logged.
 */
public interface WebhookDeliveries {

	/**
	 * Asks to handle a webhook. Of several that ask at the same time for the same
	 * fingerprint, one gets {@link Claim#GRANTED}, until it says how that went.
	 * Implementations that outlive the application have to forget a claim by themselves
	 * after a while: an application that crashes says nothing.
	 * @param fingerprint the {@link NangoWebhook#fingerprint()}
	 * @return whether to go ahead
	 */
	Claim claim(String fingerprint);

	/**
	 * Says that a webhook was handled.
	 * @param fingerprint the fingerprint whose claim was granted
	 */
	void handled(String fingerprint);

	/**
	 * Says that a webhook was not handled: the next claim is granted again.
	 * @param fingerprint the fingerprint whose claim was granted
	 */
	void failed(String fingerprint);

	/**
	 * What becomes of a claim.
	 */
	enum Claim {

		/** The webhook is to be handled now. */
		GRANTED,

		/** Somebody is about to handle the webhook. */
		IN_PROGRESS,

		/** The webhook was handled before. */
		HANDLED

	}

}
