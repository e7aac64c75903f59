package org.nangospring.sample.integration;

import org.nangospring.client.integration.Integration;

/**
 * An integration, without the credentials of its application.
 *
 * @param integrationId the integration id
 * @param provider Nango's name of the provider
 * @param displayName the name to show
 */
public record IntegrationView(String integrationId, String provider, String displayName) {

	static IntegrationView of(Integration integration) {
		String name = integration.displayName();
		return new IntegrationView(integration.integrationId(), integration.provider(),
				(name != null) ? name : integration.integrationId());
	}

}
