package org.nangospring.client.integration;

import java.util.List;
import java.util.function.Consumer;

import org.nangospring.client.http.BlockingExecutor;

/**
 * The integrations of an environment. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class Integrations {

	private final BlockingExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public Integrations(BlockingExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Lists all integrations. Calls {@code GET /integrations}.
	 * @return the integrations
	 */
	public List<Integration> list() {
		return this.executor.execute(IntegrationRequests.list());
	}

	/**
	 * Gets an integration. Calls {@code GET /integrations/{id}}.
	 * @param integrationId the integration id
	 * @param include what to answer besides; needs a key with the scope for it
	 * @return the integration
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * integration
	 */
	public Integration get(String integrationId, IntegrationInclude... include) {
		return this.executor.execute(IntegrationRequests.get(integrationId, include));
	}

	/**
	 * Creates an integration. Calls {@code POST /integrations}.
	 * @param integrationId the id it shall have
	 * @param provider Nango's name of the provider, for example {@code github}
	 * @return the integration
	 * @throws org.nangospring.client.NangoInvalidRequestException if the id is taken, the
	 * provider unknown, or it needs credentials
	 */
	public Integration create(String integrationId, String provider) {
		return create(integrationId, provider, (settings) -> {
		});
	}

	/**
	 * Creates an integration. Calls {@code POST /integrations}.
	 * @param integrationId the id it shall have
	 * @param provider Nango's name of the provider, for example {@code github}
	 * @param settings sets what else is known of it
	 * @return the integration
	 * @throws org.nangospring.client.NangoInvalidRequestException if the id is taken, the
	 * provider unknown, or the settings do not fit it
	 */
	public Integration create(String integrationId, String provider, Consumer<IntegrationSettings> settings) {
		return this.executor.execute(IntegrationRequests.create(integrationId, provider, settings));
	}

	/**
	 * Creates an integration that uses Nango's own developer app at the provider, to try
	 * things out. Calls {@code POST /integrations/quickstart}.
	 * @param integrationId the id it shall have
	 * @param provider Nango's name of the provider, for example {@code github}
	 * @return the integration
	 * @throws org.nangospring.client.NangoInvalidRequestException if the id is taken, or
	 * Nango has no app at the provider
	 */
	public Integration quickstart(String integrationId, String provider) {
		return quickstart(integrationId, provider, (settings) -> {
		});
	}

	/**
	 * Creates an integration that uses Nango's own developer app at the provider, to try
	 * things out. Calls {@code POST /integrations/quickstart}.
	 * @param integrationId the id it shall have
	 * @param provider Nango's name of the provider, for example {@code github}
	 * @param settings sets display name or webhook forwarding
	 * @return the integration
	 * @throws org.nangospring.client.NangoInvalidRequestException if the id is taken, or
	 * Nango has no app at the provider
	 */
	public Integration quickstart(String integrationId, String provider, Consumer<IntegrationSettings> settings) {
		return this.executor.execute(IntegrationRequests.quickstart(integrationId, provider, settings));
	}

	/**
	 * Changes an integration. Calls {@code PATCH /integrations/{id}}.
	 * @param integrationId the integration id
	 * @param settings sets what is to change
	 * @return the changed integration
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * integration
	 */
	public Integration update(String integrationId, Consumer<IntegrationSettings> settings) {
		return this.executor.execute(IntegrationRequests.update(integrationId, settings));
	}

	/**
	 * Deletes an integration with all its connections. Calls {@code DELETE
	 * /integrations/{id}}.
	 * @param integrationId the integration id
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * integration
	 */
	public void delete(String integrationId) {
		this.executor.executeNullable(IntegrationRequests.delete(integrationId));
	}

}
