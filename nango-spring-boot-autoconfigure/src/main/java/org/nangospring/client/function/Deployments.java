package org.nangospring.client.function;

import java.time.Duration;

import org.nangospring.client.http.BlockingExecutor;

/**
 * Deployments of functions to integrations. Source code takes a server with a sandbox, as
 * Nango Cloud has one. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class Deployments {

	private final BlockingExecutor executor;

	/**
	 * Made by {@link Functions}.
	 * @param executor runs the calls
	 */
	public Deployments(BlockingExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Starts a deployment. Calls {@code POST /functions/deployments}.
	 * @param integrationId the integration id
	 * @param source what to deploy
	 * @return the deployment under way
	 * @throws org.nangospring.client.NangoInvalidRequestException if the template is
	 * deployed already or its name is that of a sync and an action
	 * @throws org.nangospring.client.NangoServerException if the server has no sandbox
	 */
	public Deployment start(String integrationId, FunctionSource source) {
		return this.executor.execute(FunctionRequests.startDeployment(integrationId, source));
	}

	/**
	 * Gets a deployment. Calls {@code GET /functions/deployments/{id}}.
	 * @param id the id of the deployment
	 * @return the deployment
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * deployment
	 */
	public Deployment get(String id) {
		return this.executor.execute(FunctionRequests.deployment(id));
	}

	/**
	 * Waits until a deployment has ended, well or not. Calls {@code GET
	 * /functions/deployments/{id}} again and again, from four times a second to once in
	 * five seconds.
	 * @param id the id of the deployment
	 * @param timeout how long to wait
	 * @return the deployment; see its status for how it ended
	 * @throws org.nangospring.client.NangoWaitTimeoutException if it has not ended in
	 * time
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * deployment
	 */
	public Deployment await(String id, Duration timeout) {
		return this.executor.await(FunctionRequests.deploymentEnd(id, timeout));
	}

}
