package org.nangospring.client.function;

import java.time.Duration;
import java.util.function.Consumer;

import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

/**
 * Runs of functions that are not deployed, to try them out on a connection. Takes a
 * server with a sandbox, as Nango Cloud has one. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class ReactiveDryRuns {

	private final ReactiveExecutor executor;

	/**
	 * Made by {@link ReactiveFunctions}.
	 * @param executor runs the calls
	 */
	public ReactiveDryRuns(ReactiveExecutor executor) {
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
	public Mono<DryRun> start(String integrationId, String connectionId, FunctionType type, String code) {
		return start(integrationId, connectionId, type, code, (settings) -> {
		});
	}

	/**
	 * Starts a dry run. Calls {@code POST /functions/dryruns}. Fails with
	 * {@link org.nangospring.client.NangoServerException} if the server has no sandbox.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param type the kind of the function: a sync or an action
	 * @param code the source in TypeScript
	 * @param settings says what it works with
	 * @return the dry run under way
	 */
	public Mono<DryRun> start(String integrationId, String connectionId, FunctionType type, String code,
			Consumer<DryRunSettings> settings) {
		return this.executor.execute(FunctionRequests.startDryRun(integrationId, connectionId, type, code, settings));
	}

	/**
	 * Gets a dry run. Calls {@code GET /functions/dryruns/{id}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such dry run.
	 * @param id the id of the dry run
	 * @return the dry run
	 */
	public Mono<DryRun> get(String id) {
		return this.executor.execute(FunctionRequests.dryRun(id));
	}

	/**
	 * Waits until a dry run has ended, well or not. Calls {@code GET
	 * /functions/dryruns/{id}} again and again, from four times a second to once in five
	 * seconds. Fails with {@link org.nangospring.client.NangoWaitTimeoutException} if it
	 * has not ended in time. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such dry run.
	 * @param id the id of the dry run
	 * @param timeout how long to wait
	 * @return the dry run; see its status for how it ended
	 */
	public Mono<DryRun> await(String id, Duration timeout) {
		return this.executor.await(FunctionRequests.dryRunEnd(id, timeout));
	}

}
