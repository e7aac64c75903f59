package org.nangospring.autoconfigure.webhook;

/**
 * The endpoint in a reactive application.
 */
class ReactiveWebhookEndpointTests extends WebhookEndpointTests {

	ReactiveWebhookEndpointTests() {
		super(ServerKind.REACTIVE);
	}

}
