package org.nangospring.client.connect;

import java.util.function.Consumer;

import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

/**
 * Sessions in which users connect their accounts. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class ReactiveConnectSessions {

	private final ReactiveExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public ReactiveConnectSessions(ReactiveExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Creates a session for a new connection. Calls {@code POST /connect/sessions}. Fails
	 * with {@link org.nangospring.client.NangoInvalidRequestException} if an integration
	 * does not exist or a tag is not valid.
	 * @param settings says what it is for
	 * @return the session; hand its token to the frontend, or its link to the user
	 */
	public Mono<ConnectSession> create(Consumer<ConnectSessionSettings> settings) {
		return this.executor.execute(ConnectSessionRequests.create(settings));
	}

	/**
	 * Creates a session in which the user of a connection enters credentials again. Calls
	 * {@code POST /connect/sessions/reconnect}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if there is no such
	 * connection.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return the session; hand its token to the frontend, or its link to the user
	 */
	public Mono<ConnectSession> reconnect(String integrationId, String connectionId) {
		return reconnect(integrationId, connectionId, (settings) -> {
		});
	}

	/**
	 * Creates a session in which the user of a connection enters credentials again. Calls
	 * {@code POST /connect/sessions/reconnect}. Fails with
	 * {@link org.nangospring.client.NangoInvalidRequestException} if there is no such
	 * connection.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param settings says what else it is for
	 * @return the session; hand its token to the frontend, or its link to the user
	 */
	public Mono<ConnectSession> reconnect(String integrationId, String connectionId,
			Consumer<ConnectSessionSettings> settings) {
		return this.executor.execute(ConnectSessionRequests.reconnect(integrationId, connectionId, settings));
	}

	/**
	 * Gets what a session was made for. Calls {@code GET /connect/session} with the token
	 * of the session; the secret key is not sent. Fails with
	 * {@link org.nangospring.client.NangoAuthenticationException} if the session has
	 * ended.
	 * @param token {@link ConnectSession#token()}
	 * @return what it was made for
	 */
	public Mono<ConnectSessionInfo> get(String token) {
		return this.executor.execute(ConnectSessionRequests.get(token));
	}

	/**
	 * Ends a session. Calls {@code DELETE /connect/session} with the token of the
	 * session; the secret key is not sent. Fails with
	 * {@link org.nangospring.client.NangoAuthenticationException} if the session has
	 * ended.
	 * @param token {@link ConnectSession#token()}
	 * @return completes when it is done
	 */
	public Mono<Void> delete(String token) {
		return this.executor.execute(ConnectSessionRequests.delete(token));
	}

}
