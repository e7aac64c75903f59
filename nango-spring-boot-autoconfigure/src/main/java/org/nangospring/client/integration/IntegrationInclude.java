package org.nangospring.client.integration;

/**
 * What an integration is answered without unless it is asked for.
 */
public enum IntegrationInclude {

	/** Where the provider has to send its webhooks. */
	WEBHOOK("webhook"),

	/** The credentials of the application at the provider, secrets included. */
	CREDENTIALS("credentials");

	private final String value;

	IntegrationInclude(String value) {
		this.value = value;
	}

	String value() {
		return this.value;
	}

}
