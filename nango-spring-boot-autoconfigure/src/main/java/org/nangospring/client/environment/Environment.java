package org.nangospring.client.environment;

import java.util.List;

import org.nangospring.client.http.BlockingExecutor;

/**
 * The environment that the key belongs to. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class Environment {

	private final BlockingExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public Environment(BlockingExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Lists the variables that functions can read. Calls
	 * {@code GET /environment-variables}.
	 * @return the variables; empty when there are none
	 */
	public List<EnvironmentVariable> variables() {
		return this.executor.execute(EnvironmentRequests.variables());
	}

	/**
	 * Makes a new key with which Nango signs webhooks. For up to five minutes Nango goes
	 * on signing with the old one, so accept both for a while. Calls
	 * {@code POST /environment/webhook-signing-key/rotate}.
	 * @return the new key
	 */
	public WebhookSigningKey rotateWebhookSigningKey() {
		return this.executor.execute(EnvironmentRequests.rotateWebhookSigningKey());
	}

}
