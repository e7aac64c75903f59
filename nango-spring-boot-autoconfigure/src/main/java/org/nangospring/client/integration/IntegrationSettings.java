package org.nangospring.client.integration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import org.nangospring.client.http.Arguments;

/**
 * What can be set on an integration. What is not called is not sent, so an update leaves
 * it as it is.
 */
public final class IntegrationSettings {

	private final Map<String, Object> body = new LinkedHashMap<>();

	IntegrationSettings() {
	}

	/**
	 * Sets the name to show to people.
	 * @param displayName the name
	 * @return these settings
	 */
	public IntegrationSettings displayName(String displayName) {
		return put("display_name", Arguments.text(displayName, "display name"));
	}

	/**
	 * Sets whether webhooks of the provider are passed on to the application.
	 * @param forwardWebhooks whether they are
	 * @return these settings
	 */
	public IntegrationSettings forwardWebhooks(boolean forwardWebhooks) {
		return put("forward_webhooks", forwardWebhooks);
	}

	/**
	 * Sets the credentials of the application at the provider.
	 * @param credentials the credentials
	 * @return these settings
	 */
	public IntegrationSettings credentials(IntegrationCredentials credentials) {
		return put("credentials", Arguments.required(credentials, "credentials"));
	}

	/**
	 * Sets configuration that only some providers have.
	 * @param integrationConfig the configuration; which keys there are depends on the
	 * provider
	 * @return these settings
	 */
	public IntegrationSettings integrationConfig(Map<String, String> integrationConfig) {
		return put("integration_config", Map.copyOf(integrationConfig));
	}

	/**
	 * Gives the integration another id. Only for updates; calls that use the old id fail
	 * from then on.
	 * @param integrationId the new id
	 * @return these settings
	 */
	public IntegrationSettings integrationId(String integrationId) {
		return put("unique_key", Arguments.id(integrationId, "integration id"));
	}

	private IntegrationSettings put(String name, Object value) {
		this.body.put(name, value);
		return this;
	}

	Map<String, Object> body() {
		return this.body;
	}

	boolean fitsQuickstart() {
		return Set.of("display_name", "forward_webhooks").containsAll(this.body.keySet());
	}

	boolean renames() {
		return this.body.containsKey("unique_key");
	}

}
