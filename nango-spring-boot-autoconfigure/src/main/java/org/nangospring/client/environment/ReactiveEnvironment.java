package org.nangospring.client.environment;

import java.util.List;

import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

/**
 * The environment that the key belongs to. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class ReactiveEnvironment {

	private final ReactiveExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public ReactiveEnvironment(ReactiveExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Lists the variables that functions can read. Calls
	 * {@code GET /environment-variables}.
	 * @return the variables; empty when there are none
	 */
	public Mono<List<EnvironmentVariable>> variables() {
		return this.executor.execute(EnvironmentRequests.variables());
	}

	/**
	 * Makes a new key with which Nango signs webhooks. For up to five minutes Nango goes
	 * on signing with the old one, so accept both for a while. Calls
	 * {@code POST /environment/webhook-signing-key/rotate}.
	 * @return the new key
	 */
	public Mono<WebhookSigningKey> rotateWebhookSigningKey() {
		return this.executor.execute(EnvironmentRequests.rotateWebhookSigningKey());
	}

}
