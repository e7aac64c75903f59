package org.nangospring.client.function;

import java.time.Duration;
import java.util.function.Consumer;

import org.nangospring.client.http.BlockingExecutor;

/**
 * Runs of functions that are not deployed, to try them out on a connection. Takes a
 * server with a sandbox, as Nango Cloud has one. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class DryRuns {

	private final BlockingExecutor executor;

	/**
	 * Made by {@link Functions}.
	 * @param executor runs the calls
	 */
	public DryRuns(BlockingExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Starts a dry run without input. Calls {@code POST /functions/dryruns}.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param type the kind of the function: a sync or an action
	 * @param code the source in TypeScript
	 * @return the dry run under way
	 */
	public DryRun start(String integrationId, String connectionId, FunctionType type, String code) {
		return start(integrationId, connectionId, type, code, (settings) -> {
		});
	}

	/**
	 * Starts a dry run. Calls {@code POST /functions/dryruns}.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param type the kind of the function: a sync or an action
	 * @param code the source in TypeScript
	 * @param settings says what it works with
	 * @return the dry run under way
	 * @throws org.nangospring.client.NangoServerException if the server has no sandbox
	 */
	public DryRun start(String integrationId, String connectionId, FunctionType type, String code,
			Consumer<DryRunSettings> settings) {
		return this.executor.execute(FunctionRequests.startDryRun(integrationId, connectionId, type, code, settings));
	}

	/**
	 * Gets a dry run. Calls {@code GET /functions/dryruns/{id}}.
	 * @param id the id of the dry run
	 * @return the dry run
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such dry run
	 */
	public DryRun get(String id) {
		return this.executor.execute(FunctionRequests.dryRun(id));
	}

	/**
	 * Waits until a dry run has ended, well or not. Calls {@code GET
	 * /functions/dryruns/{id}} again and again, from four times a second to once in five
	 * seconds.
	 * @param id the id of the dry run
	 * @param timeout how long to wait
	 * @return the dry run; see its status for how it ended
	 * @throws org.nangospring.client.NangoWaitTimeoutException if it has not ended in
	 * time
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such dry run
	 */
	public DryRun await(String id, Duration timeout) {
		return this.executor.await(FunctionRequests.dryRunEnd(id, timeout));
	}

}
