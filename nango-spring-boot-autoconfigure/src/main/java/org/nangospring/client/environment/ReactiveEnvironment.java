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

}
