package org.nangospring.client.connection;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.action.ReactiveActions;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.ReactiveExecutor;
import org.nangospring.client.proxy.ReactiveProxy;
import org.nangospring.client.record.ReactiveRecords;
import org.nangospring.client.sync.ReactiveConnectionSyncs;
import reactor.core.publisher.Mono;

import org.springframework.core.ParameterizedTypeReference;

/**
 * One connection, named by integration id and connection id. Making it sends nothing.
 * Every method that calls Nango fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class ReactiveNangoConnection {

	private final ReactiveExecutor executor;

	private final String integrationId;

	private final String connectionId;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @throws IllegalArgumentException if an id is null, blank or cannot be sent as it is
	 */
	public ReactiveNangoConnection(ReactiveExecutor executor, String integrationId, String connectionId) {
		this.executor = executor;
		this.integrationId = Arguments.id(integrationId, "integration id");
		this.connectionId = Arguments.id(connectionId, "connection id");
	}

	/**
	 * The integration id.
	 * @return the id
	 */
	public String integrationId() {
		return this.integrationId;
	}

	/**
	 * The connection id.
	 * @return the id
	 */
	public String connectionId() {
		return this.connectionId;
	}

	/**
	 * Gets the connection with its credentials, which Nango refreshes first if they have
	 * expired. Calls {@code GET /connections/{id}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * connection. Fails with {@link org.nangospring.client.NangoCredentialsException} if
	 * the credentials cannot be refreshed.
	 * @return the connection
	 */
	public Mono<Connection> get() {
		return get((options) -> {
		});
	}

	/**
	 * Gets the connection with its credentials. Calls {@code GET /connections/{id}}.
	 * Fails with {@link org.nangospring.client.NangoNotFoundException} if there is no
	 * such connection. Fails with
	 * {@link org.nangospring.client.NangoCredentialsException} if the credentials cannot
	 * be refreshed.
	 * @param options says what to do on the way
	 * @return the connection
	 */
	public Mono<Connection> get(Consumer<ConnectionOptions> options) {
		return this.executor.execute(ConnectionRequests.get(this.integrationId, this.connectionId, options));
	}

	/**
	 * Gets the one text that requests to the provider carry: an access token or an API
	 * key. Calls {@code GET /connections/{id}}. Fails with
	 * {@link org.nangospring.client.NangoResponseException} if authenticating takes more
	 * than one text; use {@link #get()} and {@link Connection#credentials()} then. Fails
	 * with {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * connection. Fails with {@link org.nangospring.client.NangoCredentialsException} if
	 * the credentials cannot be refreshed.
	 * @return the token, valid at the moment
	 */
	public Mono<String> token() {
		return this.executor.execute(ConnectionRequests.token(this.integrationId, this.connectionId));
	}

	/**
	 * Gets what the provider answered when the token was made or refreshed last. Calls
	 * {@code GET /connections/{id}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * connection. Fails with {@link org.nangospring.client.NangoCredentialsException} if
	 * the credentials cannot be refreshed.
	 * @return the fields, as maps, lists and scalars; empty when the type of the
	 * credentials has no such answer
	 */
	public Mono<Map<String, @Nullable Object>> rawTokenResponse() {
		return this.executor.execute(ConnectionRequests.rawTokenResponse(this.integrationId, this.connectionId));
	}

	/**
	 * Gets the metadata. Calls {@code GET /connections/{id}}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * connection.
	 * @return the metadata, as maps, lists and scalars; empty when there is none
	 */
	public Mono<Map<String, @Nullable Object>> metadata() {
		return this.executor.execute(ConnectionRequests.metadata(this.integrationId, this.connectionId));
	}

	/**
	 * Gets the metadata. Calls {@code GET /connections/{id}}. Fails with
	 * {@link org.nangospring.client.NangoResponseException} if it does not fit the type.
	 * Fails with {@link org.nangospring.client.NangoNotFoundException} if there is no
	 * such connection.
	 * @param <T> the type to read it as
	 * @param type the type to read it as
	 * @return the metadata; without metadata what the type makes of an empty object
	 */
	public <T> Mono<T> metadata(Class<T> type) {
		return this.executor.execute(ConnectionRequests.metadata(this.integrationId, this.connectionId, type));
	}

	/**
	 * Gets the metadata. Calls {@code GET /connections/{id}}. Fails with
	 * {@link org.nangospring.client.NangoResponseException} if it does not fit the type.
	 * Fails with {@link org.nangospring.client.NangoNotFoundException} if there is no
	 * such connection.
	 * @param <T> the type to read it as
	 * @param type the type to read it as
	 * @return the metadata; without metadata what the type makes of an empty object
	 */
	public <T> Mono<T> metadata(ParameterizedTypeReference<T> type) {
		return this.executor
			.execute(ConnectionRequests.metadata(this.integrationId, this.connectionId, type.getType()));
	}

	/**
	 * Replaces the metadata. Calls {@code POST /connections/metadata}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * connection.
	 * @param metadata the metadata: a map, a record or anything else that is an object in
	 * JSON
	 * @return completes when it is done
	 */
	public Mono<Void> setMetadata(Object metadata) {
		return this.executor.execute(ConnectionRequests.setMetadata(this.integrationId, this.connectionId, metadata));
	}

	/**
	 * Sets some keys of the metadata and leaves the others. Calls
	 * {@code PATCH /connections/metadata}. Fails with
	 * {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * connection.
	 * @param metadata the keys to set: a map, a record or anything else that is an object
	 * in JSON
	 * @return completes when it is done
	 */
	public Mono<Void> updateMetadata(Object metadata) {
		return this.executor
			.execute(ConnectionRequests.updateMetadata(this.integrationId, this.connectionId, metadata));
	}

	/**
	 * Changes tags or the webhook address. Calls {@code PATCH /connections/{id}}. Fails
	 * with {@link org.nangospring.client.NangoNotFoundException} if there is no such
	 * connection.
	 * @param settings sets what is to change
	 * @return completes when it is done
	 */
	public Mono<Void> update(Consumer<ConnectionSettings> settings) {
		return this.executor.execute(ConnectionRequests.update(this.integrationId, this.connectionId, settings));
	}

	/**
	 * Deletes the connection with its records. Calls {@code DELETE /connections/{id}}.
	 * Fails with {@link org.nangospring.client.NangoNotFoundException} if there is no
	 * such connection.
	 * @return completes when it is done
	 */
	public Mono<Void> delete() {
		return this.executor.execute(ConnectionRequests.delete(this.integrationId, this.connectionId));
	}

	/**
	 * The records of a model. Sends nothing yet.
	 * @param model the name of the model, for example {@code GithubIssue}
	 * @return the records, each as a map
	 */
	public ReactiveRecords<Map<String, @Nullable Object>> records(String model) {
		return records(model, new ParameterizedTypeReference<Map<String, @Nullable Object>>() {
		});
	}

	/**
	 * The records of a model. Sends nothing yet.
	 * @param <T> the type of a record
	 * @param model the name of the model, for example {@code GithubIssue}
	 * @param type the type to read each record as
	 * @return the records
	 */
	public <T> ReactiveRecords<T> records(String model, Class<T> type) {
		return new ReactiveRecords<>(this.executor, this.integrationId, this.connectionId, model, type);
	}

	/**
	 * The records of a model. Sends nothing yet.
	 * @param <T> the type of a record
	 * @param model the name of the model, for example {@code GithubIssue}
	 * @param type the type to read each record as
	 * @return the records
	 */
	public <T> ReactiveRecords<T> records(String model, ParameterizedTypeReference<T> type) {
		return new ReactiveRecords<>(this.executor, this.integrationId, this.connectionId, model, type.getType());
	}

	/**
	 * The syncs of this connection. Sends nothing yet.
	 * @return the syncs
	 */
	public ReactiveConnectionSyncs syncs() {
		return new ReactiveConnectionSyncs(this.executor, this.integrationId, this.connectionId);
	}

	/**
	 * The actions of this connection. Sends nothing yet.
	 * @return the actions
	 */
	public ReactiveActions actions() {
		return new ReactiveActions(this.executor, this.integrationId, this.connectionId);
	}

	/**
	 * The provider's own API, called through Nango. Sends nothing yet.
	 * @return the proxy
	 */
	public ReactiveProxy proxy() {
		return new ReactiveProxy(this.executor, this.integrationId, this.connectionId);
	}

	@Override
	public String toString() {
		return "NangoConnection[" + this.integrationId + "/" + this.connectionId + "]";
	}

}
