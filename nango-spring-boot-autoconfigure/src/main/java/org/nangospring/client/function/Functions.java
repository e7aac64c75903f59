package org.nangospring.client.function;

import java.util.List;

import org.nangospring.client.http.BlockingExecutor;

/**
 * The functions (syncs, actions and event handlers) that are deployed to an environment.
 * Every method fails with a {@link org.nangospring.client.NangoException} when the call
 * does.
 */
public final class Functions {

	private final BlockingExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public Functions(BlockingExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Gets how all functions are deployed. Calls {@code GET /scripts/config}.
	 * @return the functions of each integration that has some
	 */
	public List<IntegrationFunctions> scriptsConfig() {
		return this.executor.execute(FunctionRequests.scriptsConfig());
	}

}
