package org.nangospring.client.environment;

import java.util.function.Consumer;

import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

/**
 * The environments of an account and their API keys. All of it needs an account key, so a
 * client that was made with one. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does, with a
 * {@link org.nangospring.client.NangoAccessDeniedException} when the key is one of an
 * environment.
 */
public final class ReactiveEnvironments {

	private final ReactiveExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public ReactiveEnvironments(ReactiveExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Creates an environment. Calls {@code POST /environments}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if the name is taken or
	 * not valid.
	 * @param name the name: lower-case letters, digits, {@code _} and {@code -}
	 * @return the environment
	 */
	public Mono<EnvironmentSummary> create(String name) {
		return create(name, (settings) -> {
		});
	}

	/**
	 * Creates an environment. Calls {@code POST /environments}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if the name is taken or
	 * not valid.
	 * @param name the name: lower-case letters, digits, {@code _} and {@code -}
	 * @param settings says how it is set up
	 * @return the environment
	 */
	public Mono<EnvironmentSummary> create(String name, Consumer<EnvironmentSettings> settings) {
		return this.executor.execute(EnvironmentRequests.create(name, settings));
	}

	/**
	 * Deletes an environment with everything in it. Calls {@code DELETE
	 * /environments/{id}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * environment.
	 * @param environmentId the number of the environment
	 * @return completes when it is done
	 */
	public Mono<Void> delete(long environmentId) {
		return this.executor.execute(EnvironmentRequests.delete(environmentId));
	}

	/**
	 * Creates an API key for an environment. Calls {@code POST /environment/api-keys}.
	 * Fails with {@link org.nangospring.client.NangoNotFoundException} if there is no
	 * such environment.
	 * @param environmentId the number of the environment
	 * @param displayName the name to show to people
	 * @return the key; Nango does not show its secret again
	 */
	public Mono<ApiKey> createApiKey(long environmentId, String displayName) {
		return this.executor.execute(EnvironmentRequests.createApiKey(environmentId, displayName));
	}

	/**
	 * Deletes an API key of an environment. Calls {@code DELETE /environment/api-keys}.
	 * Fails with {@link org.nangospring.client.NangoNotFoundException} if there is no
	 * such key.
	 * @param environmentId the number of the environment
	 * @param keyId the number of the key
	 * @return completes when it is done
	 */
	public Mono<Void> deleteApiKey(long environmentId, long keyId) {
		return this.executor.execute(EnvironmentRequests.deleteApiKey(environmentId, keyId));
	}

}
