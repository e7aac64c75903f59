package org.nangospring.client.connect;

import java.util.function.Consumer;

import org.nangospring.client.http.BlockingExecutor;

/**
 * Sessions in which users connect their accounts. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class ConnectSessions {

	private final BlockingExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public ConnectSessions(BlockingExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Creates a session for a new connection. Calls {@code POST /connect/sessions}.
	 * @param settings says what it is for
	 * @return the session; hand its token to the frontend, or its link to the user
	 * @throws org.nangospring.client.NangoInvalidRequestException if an integration does
	 * not exist or a tag is not valid
	 */
	public ConnectSession create(Consumer<ConnectSessionSettings> settings) {
		return this.executor.execute(ConnectSessionRequests.create(settings));
	}

	/**
	 * Creates a session in which the user of a connection enters credentials again. Calls
	 * {@code POST /connect/sessions/reconnect}.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @return the session; hand its token to the frontend, or its link to the user
	 * @throws org.nangospring.client.NangoInvalidRequestException if there is no such
	 * connection
	 */
	public ConnectSession reconnect(String integrationId, String connectionId) {
		return reconnect(integrationId, connectionId, (settings) -> {
		});
	}

	/**
	 * Creates a session in which the user of a connection enters credentials again. Calls
	 * {@code POST /connect/sessions/reconnect}.
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @param settings says what else it is for
	 * @return the session; hand its token to the frontend, or its link to the user
	 * @throws org.nangospring.client.NangoInvalidRequestException if there is no such
	 * connection
	 */
	public ConnectSession reconnect(String integrationId, String connectionId,
			Consumer<ConnectSessionSettings> settings) {
		return this.executor.execute(ConnectSessionRequests.reconnect(integrationId, connectionId, settings));
	}

	/**
	 * Gets what a session was made for. Calls {@code GET /connect/session} with the token
	 * of the session; the secret key is not sent.
	 * @param token {@link ConnectSession#token()}
	 * @return what it was made for
	 * @throws org.nangospring.client.NangoAuthenticationException if the session has
	 * ended
	 */
	public ConnectSessionInfo get(String token) {
		return this.executor.execute(ConnectSessionRequests.get(token));
	}

	/**
	 * Ends a session. Calls {@code DELETE /connect/session} with the token of the
	 * session; the secret key is not sent.
	 * @param token {@link ConnectSession#token()}
	 * @throws org.nangospring.client.NangoAuthenticationException if the session has
	 * ended
	 */
	public void delete(String token) {
		this.executor.executeNullable(ConnectSessionRequests.delete(token));
	}

}
