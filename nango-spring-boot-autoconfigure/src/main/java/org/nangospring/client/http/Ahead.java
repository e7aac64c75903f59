package org.nangospring.client.http;

import java.util.concurrent.CompletableFuture;

/**
 * A call that was begun before its result is needed. Begun by
 * {@link BlockingExecutor#begin} and ended by {@link BlockingExecutor#await(Ahead)}.
 *
 * @param <T> the type of the result
 */
public final class Ahead<T> {

	private final NangoRequest<T> request;

	private final CompletableFuture<T> result;

	Ahead(NangoRequest<T> request, CompletableFuture<T> result) {
		this.request = request;
		this.result = result;
	}

	NangoRequest<T> request() {
		return this.request;
	}

	CompletableFuture<T> result() {
		return this.result;
	}

	/**
	 * Gives the call up; its connection is closed if it is still under way.
	 */
	public void cancel() {
		this.result.cancel(true);
	}

}
