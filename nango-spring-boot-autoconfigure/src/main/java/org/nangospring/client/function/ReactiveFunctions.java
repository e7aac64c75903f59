package org.nangospring.client.function;

import java.util.List;

import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

/**
 * The functions (syncs, actions and event handlers) that are deployed to an environment.
 * Every method fails with a {@link org.nangospring.client.NangoException} when the call
 * does.
 */
public final class ReactiveFunctions {

	private final ReactiveExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public ReactiveFunctions(ReactiveExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Gets how all functions are deployed. Calls {@code GET /scripts/config}.
	 * @return the functions of each integration that has some
	 */
	public Mono<List<IntegrationFunctions>> scriptsConfig() {
		return this.executor.execute(FunctionRequests.scriptsConfig());
	}

}
