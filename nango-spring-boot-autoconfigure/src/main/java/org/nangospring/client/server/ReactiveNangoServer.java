package org.nangospring.client.server;

import org.nangospring.client.http.ReactiveExecutor;
import reactor.core.publisher.Mono;

/**
 * The Nango server itself. Calls on it are made once and not repeated, because whoever
 * asks wants to know how things are now. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class ReactiveNangoServer {

	private final ReactiveExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public ReactiveNangoServer(ReactiveExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Checks that the server can be reached and is well. Does not count for the rate
	 * limit. Calls {@code GET /health}.
	 * @return completes when it is done
	 */
	public Mono<Void> ping() {
		return this.executor.execute(ServerRequests.ping());
	}

	/**
	 * Checks that the server accepts the key. Counts for the rate limit. Calls
	 * {@code GET /connections?limit=1}. Fails with
	 * {@link org.nangospring.client.NangoAuthenticationException} if it does not. Fails
	 * with {@link org.nangospring.client.NangoAccessDeniedException} if it does, but the
	 * key has no scope to list connections.
	 * @return completes when it is done
	 */
	public Mono<Void> verifyKey() {
		return this.executor.execute(ServerRequests.verifyKey());
	}

}
