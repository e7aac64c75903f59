package org.nangospring.autoconfigure.webhook;

/**
 * The endpoint in an application on the servlet API.
 */
class ServletWebhookEndpointTests extends WebhookEndpointTests {

	ServletWebhookEndpointTests() {
		super(ServerKind.SERVLET);
	}

}
