package org.nangospring.client.action;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * The actions of a connection. An action is repeated only when it is known that it did
 * not run. Every method fails with a {@link org.nangospring.client.NangoException} when
 * the call does; {@link org.nangospring.client.NangoActionException} means that the
 * action ran and failed, {@link org.nangospring.client.NangoUpstreamException} that the
 * provider answered it with an error.
 */
public final class ReactiveActions {

	private final ReactiveExecutor executor;

	private final ActionRequests requests;

	private ReactiveActions(ReactiveExecutor executor, ActionRequests requests) {
		this.executor = executor;
		this.requests = requests;
	}

	/**
	 * Made by {@link org.nangospring.client.connection.ReactiveNangoConnection}.
	 * @param executor runs the calls
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 */
	public ReactiveActions(ReactiveExecutor executor, String integrationId, String connectionId) {
		this(executor, new ActionRequests(integrationId, connectionId, null));
	}

	/**
	 * The same actions with a limit of their own in place of those of the client, for
	 * actions that take long.
	 * @param timeout how long an action may take, at least a millisecond
	 * @return a changed copy
	 */
	public ReactiveActions withTimeout(Duration timeout) {
		return new ReactiveActions(this.executor, new ActionRequests(this.requests.integrationId(),
				this.requests.connectionId(), Arguments.positive(timeout, "timeout")));
	}

	/**
	 * Triggers an action and waits for its output. Calls {@code POST /action/trigger}.
	 * Fails with {@link org.nangospring.client.NangoNotFoundException} if there is no
	 * such action or connection.
	 * @param action the name of the action
	 * @param input the input, written as JSON; null means none
	 * @return the output, as maps, lists and scalars; null when the action returns
	 * nothing
	 */
	public Mono<Object> trigger(String action, @Nullable Object input) {
		return this.executor.execute(this.requests.<Object>trigger(action, input, Object.class));
	}

	/**
	 * Triggers an action and waits for its output. Calls {@code POST /action/trigger}.
	 * Fails with {@link org.nangospring.client.NangoResponseException} if the output does
	 * not fit the type. Fails with {@link org.nangospring.client.NangoNotFoundException}
	 * if there is no such action or connection.
	 * @param <T> the type of the output
	 * @param action the name of the action
	 * @param input the input, written as JSON; null means none
	 * @param type the type to read the output as
	 * @return the output; empty when the action returns nothing
	 */
	public <T> Mono<T> trigger(String action, @Nullable Object input, Class<T> type) {
		return this.executor.execute(this.requests.<T>trigger(action, input, type));
	}

	/**
	 * Triggers an action and waits for its output. Calls {@code POST /action/trigger}.
	 * Fails with {@link org.nangospring.client.NangoResponseException} if the output does
	 * not fit the type. Fails with {@link org.nangospring.client.NangoNotFoundException}
	 * if there is no such action or connection.
	 * @param <T> the type of the output
	 * @param action the name of the action
	 * @param input the input, written as JSON; null means none
	 * @param type the type to read the output as
	 * @return the output; empty when the action returns nothing
	 */
	public <T> Mono<T> trigger(String action, @Nullable Object input, ParameterizedTypeReference<T> type) {
		return this.executor.execute(this.requests.<T>trigger(action, input, type.getType()));
	}

	/**
	 * Triggers an action and does not wait for its output, which
	 * {@link ReactiveActionResults} gets. Nango runs the asynchronous actions of a
	 * connection one after the other. Calls {@code POST /action/trigger}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such action or
	 * connection.
	 * @param action the name of the action
	 * @param input the input, written as JSON; null means none
	 * @return the action under way
	 */
	public Mono<AsyncAction> triggerAsync(String action, @Nullable Object input) {
		return triggerAsync(action, input, 0);
	}

	/**
	 * Triggers an action and does not wait for its output, which
	 * {@link ReactiveActionResults} gets. Nango runs the asynchronous actions of a
	 * connection one after the other. Calls {@code POST /action/trigger}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such action or
	 * connection.
	 * @param action the name of the action
	 * @param input the input, written as JSON; null means none
	 * @param maxRetries how often Nango runs the action again when it fails, from 0 to
	 * 100
	 * @return the action under way
	 */
	public Mono<AsyncAction> triggerAsync(String action, @Nullable Object input, int maxRetries) {
		return this.executor.execute(this.requests.triggerAsync(action, input, maxRetries));
	}

}
