package org.nangospring.client.server;

import org.nangospring.client.http.BlockingExecutor;

/**
 * The Nango server itself. Calls on it are made once and not repeated, because whoever
 * asks wants to know how things are now. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class NangoServer {

	private final BlockingExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public NangoServer(BlockingExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Checks that the server can be reached and is well. Does not count for the rate
	 * limit. Calls {@code GET /health}.
	 */
	public void ping() {
		this.executor.executeNullable(ServerRequests.ping());
	}

	/**
	 * Checks that the server accepts the key. Counts for the rate limit. Calls
	 * {@code GET /connections?limit=1}.
	 * @throws org.nangospring.client.NangoAuthenticationException if it does not
	 * @throws org.nangospring.client.NangoAccessDeniedException if it does, but the key
	 * has no scope to list connections
	 */
	public void verifyKey() {
		this.executor.executeNullable(ServerRequests.verifyKey());
	}

}
