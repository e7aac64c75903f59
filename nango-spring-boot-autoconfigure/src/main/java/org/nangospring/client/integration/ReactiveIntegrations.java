package org.nangospring.client.integration;

import java.util.List;
import java.util.function.Consumer;

import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

/**
 * The integrations of an environment. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class ReactiveIntegrations {

	private final ReactiveExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public ReactiveIntegrations(ReactiveExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Lists all integrations. Calls {@code GET /integrations}.
	 * @return the integrations
	 */
	public Mono<List<Integration>> list() {
		return this.executor.execute(IntegrationRequests.list());
	}

	/**
	 * Gets an integration. Calls {@code GET /integrations/{id}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * integration.
	 * @param integrationId the integration id
	 * @param include what to answer besides; needs a key with the scope for it
	 * @return the integration
	 */
	public Mono<Integration> get(String integrationId, IntegrationInclude... include) {
		return this.executor.execute(IntegrationRequests.get(integrationId, include));
	}

	/**
	 * Creates an integration. Calls {@code POST /integrations}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if the id is taken, the
	 * provider unknown, or it needs credentials.
	 * @param integrationId the id it shall have
	 * @param provider Nango's name of the provider, for example {@code github}
	 * @return the integration
	 */
	public Mono<Integration> create(String integrationId, String provider) {
		return create(integrationId, provider, (settings) -> {
		});
	}

	/**
	 * Creates an integration. Calls {@code POST /integrations}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if the id is taken, the
	 * provider unknown, or the settings do not fit it.
	 * @param integrationId the id it shall have
	 * @param provider Nango's name of the provider, for example {@code github}
	 * @param settings sets what else is known of it
	 * @return the integration
	 */
	public Mono<Integration> create(String integrationId, String provider, Consumer<IntegrationSettings> settings) {
		return this.executor.execute(IntegrationRequests.create(integrationId, provider, settings));
	}

	/**
	 * Creates an integration that uses Nango's own developer app at the provider, to try
	 * things out. Calls {@code POST /integrations/quickstart}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if the id is taken, or
	 * Nango has no app at the provider.
	 * @param integrationId the id it shall have
	 * @param provider Nango's name of the provider, for example {@code github}
	 * @return the integration
	 */
	public Mono<Integration> quickstart(String integrationId, String provider) {
		return quickstart(integrationId, provider, (settings) -> {
		});
	}

	/**
	 * Creates an integration that uses Nango's own developer app at the provider, to try
	 * things out. Calls {@code POST /integrations/quickstart}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if the id is taken, or
	 * Nango has no app at the provider.
	 * @param integrationId the id it shall have
	 * @param provider Nango's name of the provider, for example {@code github}
	 * @param settings sets display name or webhook forwarding
	 * @return the integration
	 */
	public Mono<Integration> quickstart(String integrationId, String provider, Consumer<IntegrationSettings> settings) {
		return this.executor.execute(IntegrationRequests.quickstart(integrationId, provider, settings));
	}

	/**
	 * Changes an integration. Calls {@code PATCH /integrations/{id}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * integration.
	 * @param integrationId the integration id
	 * @param settings sets what is to change
	 * @return the changed integration
	 */
	public Mono<Integration> update(String integrationId, Consumer<IntegrationSettings> settings) {
		return this.executor.execute(IntegrationRequests.update(integrationId, settings));
	}

	/**
	 * Deletes an integration with all its connections. Calls {@code DELETE
	 * /integrations/{id}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * integration.
	 * @param integrationId the integration id
	 * @return completes when it is done
	 */
	public Mono<Void> delete(String integrationId) {
		return this.executor.execute(IntegrationRequests.delete(integrationId));
	}

}
