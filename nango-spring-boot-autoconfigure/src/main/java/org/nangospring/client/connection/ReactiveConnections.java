package org.nangospring.client.connection;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.ReactiveExecutor;
import org.nangospring.client.http.PageSource;
import org.nangospring.client.http.Pages;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The connections of an environment. What concerns a single one is on
 * {@link ReactiveNangoConnection}. Every method fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class ReactiveConnections {

	private final ReactiveExecutor executor;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 */
	public ReactiveConnections(ReactiveExecutor executor) {
		this.executor = executor;
	}

	/**
	 * Lists the first page of all connections, newest first. Calls
	 * {@code GET /connections}.
	 * @return the connections without credentials
	 */
	public Mono<List<ConnectionSummary>> list() {
		return list((query) -> {
		});
	}

	/**
	 * Lists a page of connections, newest first. A page shorter than its limit is the
	 * last. Calls {@code GET /connections}.
	 * @param query says which
	 * @return the connections without credentials
	 */
	public Mono<List<ConnectionSummary>> list(Consumer<ConnectionQuery> query) {
		return this.executor.execute(ConnectionRequests.list(ConnectionRequests.query(query)));
	}

	/**
	 * Lists all connections, newest first, fetching pages as the stream is read. Calls
	 * {@code GET /connections} once for each page.
	 * @param query says which; its limit is the size of a page, 1000 if not set
	 * @return a stream that fetches as it is read; it fails where a page does
	 */
	public Flux<ConnectionSummary> stream(Consumer<ConnectionQuery> query) {
		PageSource<ConnectionSummary, Integer> pages = ConnectionRequests.pages(query);
		return Pages.flux(this.executor, () -> pages);
	}

	/**
	 * Waits for a connection that fits a query, such as one that a user is about to make
	 * in a connect session. Calls {@code GET /connections} again and again, from four
	 * times a second to once in five seconds. Fails with
	 * {@link org.nangospring.client.NangoWaitTimeoutException} if there is none in time.
	 * @param query says which; at least one condition, without page and limit. A search
	 * may find connections of others: a tag or an id is safer
	 * @param timeout how long to wait
	 * @return the newest connection that fits, possibly one that was there before
	 */
	public Mono<ConnectionSummary> await(Consumer<ConnectionQuery> query, Duration timeout) {
		return this.executor.await(ConnectionRequests.awaiting(query, timeout));
	}

	/**
	 * Imports a connection for which the application already has credentials, or replaces
	 * it. Calls {@code POST /connections}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * integration. Fails with {@link org.nangospring.client.NangoInvalidRequestException}
	 * if the provider does not take such credentials.
	 * @param integrationId the integration id
	 * @param credentials the credentials
	 * @return the connection, with a connection id that Nango made
	 */
	public Mono<Connection> upsert(String integrationId, NewCredentials credentials) {
		return upsert(integrationId, credentials, (connection) -> {
		});
	}

	/**
	 * Imports a connection for which the application already has credentials, or replaces
	 * it. Calls {@code POST /connections}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * integration. Fails with {@link org.nangospring.client.NangoInvalidRequestException}
	 * if the provider does not take such credentials.
	 * @param integrationId the integration id
	 * @param credentials the credentials
	 * @param connection says what else is known of it
	 * @return the connection
	 */
	public Mono<Connection> upsert(String integrationId, NewCredentials credentials,
			Consumer<NewConnection> connection) {
		return this.executor.execute(ConnectionRequests.upsert(integrationId, credentials, connection));
	}

	/**
	 * Replaces the metadata of several connections of an integration. Nothing is changed
	 * if one of them does not exist. Calls {@code POST /connections/metadata}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if one does not exist.
	 * @param integrationId the integration id
	 * @param connectionIds the connection ids, at least one
	 * @param metadata the metadata: a map, a record or anything else that is an object in
	 * JSON
	 * @return completes when it is done
	 */
	public Mono<Void> setMetadata(String integrationId, Collection<String> connectionIds, Object metadata) {
		return this.executor.execute(ConnectionRequests.setMetadata(Arguments.text(integrationId, "integration id"),
				ConnectionRequests.ids(connectionIds), metadata));
	}

	/**
	 * Sets some keys of the metadata of several connections of an integration and leaves
	 * the others. Nothing is changed if one of them does not exist. Calls
	 * {@code PATCH /connections/metadata}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if one does not exist.
	 * @param integrationId the integration id
	 * @param connectionIds the connection ids, at least one
	 * @param metadata the keys to set: a map, a record or anything else that is an object
	 * in JSON
	 * @return completes when it is done
	 */
	public Mono<Void> updateMetadata(String integrationId, Collection<String> connectionIds, Object metadata) {
		return this.executor.execute(ConnectionRequests.updateMetadata(Arguments.text(integrationId, "integration id"),
				ConnectionRequests.ids(connectionIds), metadata));
	}

}
