package org.nangospring.client.action;

import java.time.Duration;

import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * The outputs of actions that were triggered without waiting. Nango answers the same for
 * an action that is still running, for one that returned nothing, and for one that does
 * not exist: there is no output. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does, with a
 * {@link org.nangospring.client.NangoActionException} when the action ran and failed.
 */
public final class ReactiveActionResults {

	private final ReactiveExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public ReactiveActionResults(ReactiveExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Gets the output of an action, if there is one. Calls {@code GET /action/{id}}.
	 * Fails with {@link org.nangospring.client.NangoActionException} if the action ran
	 * and failed.
	 * @param <T> the type of the output
	 * @param action the action
	 * @param type the type to read the output as
	 * @return the output, or nothing while there is none
	 */
	public <T> Mono<T> get(AsyncAction action, Class<T> type) {
		return this.executor.execute(ActionRequests.<T>result(action, type));
	}

	/**
	 * Gets the output of an action, if there is one. Calls {@code GET /action/{id}}.
	 * Fails with {@link org.nangospring.client.NangoActionException} if the action ran
	 * and failed.
	 * @param <T> the type of the output
	 * @param action the action
	 * @param type the type to read the output as
	 * @return the output, or nothing while there is none
	 */
	public <T> Mono<T> get(AsyncAction action, ParameterizedTypeReference<T> type) {
		return this.executor.execute(ActionRequests.<T>result(action, type.getType()));
	}

	/**
	 * Waits for the output of an action. Calls {@code GET /action/{id}} again and again,
	 * from four times a second to once in five seconds. Fails with
	 * {@link org.nangospring.client.NangoActionException} if the action ran and failed.
	 * Fails with {@link org.nangospring.client.NangoWaitTimeoutException} if there is no
	 * output in time, as for an action that returns nothing.
	 * @param <T> the type of the output
	 * @param action the action
	 * @param type the type to read the output as
	 * @param timeout how long to wait
	 * @return the output
	 */
	public <T> Mono<T> await(AsyncAction action, Class<T> type, Duration timeout) {
		return this.executor.await(ActionRequests.<T>awaiting(action, type, timeout));
	}

	/**
	 * Waits for the output of an action. Calls {@code GET /action/{id}} again and again,
	 * from four times a second to once in five seconds. Fails with
	 * {@link org.nangospring.client.NangoActionException} if the action ran and failed.
	 * Fails with {@link org.nangospring.client.NangoWaitTimeoutException} if there is no
	 * output in time, as for an action that returns nothing.
	 * @param <T> the type of the output
	 * @param action the action
	 * @param type the type to read the output as
	 * @param timeout how long to wait
	 * @return the output
	 */
	public <T> Mono<T> await(AsyncAction action, ParameterizedTypeReference<T> type, Duration timeout) {
		return this.executor.await(ActionRequests.<T>awaiting(action, type.getType(), timeout));
	}

}
