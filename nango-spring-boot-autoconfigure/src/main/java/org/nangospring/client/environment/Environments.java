package org.nangospring.client.environment;

import java.util.function.Consumer;

import org.nangospring.client.http.BlockingExecutor;

/**
 * The environments of an account and their API keys. All of it needs an account key, so a
 * client that was made with one. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does, with a
 * {@link org.nangospring.client.NangoAccessDeniedException} when the key is one of an
 * environment.
 */
public final class Environments {

	private final BlockingExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public Environments(BlockingExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Creates an environment. Calls {@code POST /environments}.
	 * @param name the name: lower-case letters, digits, {@code _} and {@code -}
	 * @return the environment
	 * @throws org.nangospring.client.NangoInvalidRequestException if the name is taken or
	 * not valid
	 */
	public EnvironmentSummary create(String name) {
		return create(name, (settings) -> {
		});
	}

	/**
	 * Creates an environment. Calls {@code POST /environments}.
	 * @param name the name: lower-case letters, digits, {@code _} and {@code -}
	 * @param settings says how it is set up
	 * @return the environment
	 * @throws org.nangospring.client.NangoInvalidRequestException if the name is taken or
	 * not valid
	 */
	public EnvironmentSummary create(String name, Consumer<EnvironmentSettings> settings) {
		return this.executor.execute(EnvironmentRequests.create(name, settings));
	}

	/**
	 * Deletes an environment with everything in it. Calls {@code DELETE
	 * /environments/{id}}.
	 * @param environmentId the number of the environment
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * environment
	 */
	public void delete(long environmentId) {
		this.executor.executeNullable(EnvironmentRequests.delete(environmentId));
	}

	/**
	 * Creates an API key for an environment. Calls {@code POST /environment/api-keys}.
	 * @param environmentId the number of the environment
	 * @param displayName the name to show to people
	 * @return the key; Nango does not show its secret again
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * environment
	 */
	public ApiKey createApiKey(long environmentId, String displayName) {
		return this.executor.execute(EnvironmentRequests.createApiKey(environmentId, displayName));
	}

	/**
	 * Deletes an API key of an environment. Calls {@code DELETE /environment/api-keys}.
	 * @param environmentId the number of the environment
	 * @param keyId the number of the key
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such key
	 */
	public void deleteApiKey(long environmentId, long keyId) {
		this.executor.executeNullable(EnvironmentRequests.deleteApiKey(environmentId, keyId));
	}

}
