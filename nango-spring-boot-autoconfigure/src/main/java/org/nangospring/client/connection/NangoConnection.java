package org.nangospring.client.connection;

import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.action.Actions;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.BlockingExecutor;
import org.nangospring.client.proxy.Proxy;
import org.nangospring.client.record.Records;
import org.nangospring.client.sync.ConnectionSyncs;

import org.springframework.core.ParameterizedTypeReference;

/**
 * One connection, named by integration id and connection id. Making it sends nothing.
 * Every method that calls Nango fails with a
 * {@link org.nangospring.client.NangoException} when the call does.
 */
public final class NangoConnection {

	private final BlockingExecutor executor;

	private final String integrationId;

	private final String connectionId;

	/**
	 * Made by the client.
	 * @param executor runs the calls
	 * @param integrationId the integration id
	 * @param connectionId the connection id
	 * @throws IllegalArgumentException if an id is null, blank or cannot be sent as it is
	 */
	public NangoConnection(BlockingExecutor executor, String integrationId, String connectionId) {
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
	 * expired. Calls {@code GET /connections/{id}}.
	 * @return the connection
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 * @throws org.nangospring.client.NangoCredentialsException if the credentials cannot
	 * be refreshed
	 */
	public Connection get() {
		return get((options) -> {
		});
	}

	/**
	 * Gets the connection with its credentials. Calls {@code GET /connections/{id}}.
	 * @param options says what to do on the way
	 * @return the connection
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 * @throws org.nangospring.client.NangoCredentialsException if the credentials cannot
	 * be refreshed
	 */
	public Connection get(Consumer<ConnectionOptions> options) {
		return this.executor.execute(ConnectionRequests.get(this.integrationId, this.connectionId, options));
	}

	/**
	 * Gets the one text that requests to the provider carry: an access token or an API
	 * key. Calls {@code GET /connections/{id}}.
	 * @return the token, valid at the moment
	 * @throws org.nangospring.client.NangoResponseException if authenticating takes more
	 * than one text; use {@link #get()} and {@link Connection#credentials()} then
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 * @throws org.nangospring.client.NangoCredentialsException if the credentials cannot
	 * be refreshed
	 */
	public String token() {
		return this.executor.execute(ConnectionRequests.token(this.integrationId, this.connectionId));
	}

	/**
	 * Gets what the provider answered when the token was made or refreshed last. Calls
	 * {@code GET /connections/{id}}.
	 * @return the fields, as maps, lists and scalars; empty when the type of the
	 * credentials has no such answer
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 * @throws org.nangospring.client.NangoCredentialsException if the credentials cannot
	 * be refreshed
	 */
	public Map<String, @Nullable Object> rawTokenResponse() {
		return this.executor.execute(ConnectionRequests.rawTokenResponse(this.integrationId, this.connectionId));
	}

	/**
	 * Gets the metadata. Calls {@code GET /connections/{id}}.
	 * @return the metadata, as maps, lists and scalars; empty when there is none
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 */
	public Map<String, @Nullable Object> metadata() {
		return this.executor.execute(ConnectionRequests.metadata(this.integrationId, this.connectionId));
	}

	/**
	 * Gets the metadata. Calls {@code GET /connections/{id}}.
	 * @param <T> the type to read it as
	 * @param type the type to read it as
	 * @return the metadata; without metadata what the type makes of an empty object
	 * @throws org.nangospring.client.NangoResponseException if it does not fit the type
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 */
	public <T> T metadata(Class<T> type) {
		return this.executor.execute(ConnectionRequests.metadata(this.integrationId, this.connectionId, type));
	}

	/**
	 * Gets the metadata. Calls {@code GET /connections/{id}}.
	 * @param <T> the type to read it as
	 * @param type the type to read it as
	 * @return the metadata; without metadata what the type makes of an empty object
	 * @throws org.nangospring.client.NangoResponseException if it does not fit the type
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 */
	public <T> T metadata(ParameterizedTypeReference<T> type) {
		return this.executor
			.execute(ConnectionRequests.metadata(this.integrationId, this.connectionId, type.getType()));
	}

	/**
	 * Replaces the metadata. Calls {@code POST /connections/metadata}.
	 * @param metadata the metadata: a map, a record or anything else that is an object in
	 * JSON
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 */
	public void setMetadata(Object metadata) {
		this.executor.executeNullable(ConnectionRequests.setMetadata(this.integrationId, this.connectionId, metadata));
	}

	/**
	 * Sets some keys of the metadata and leaves the others. Calls
	 * {@code PATCH /connections/metadata}.
	 * @param metadata the keys to set: a map, a record or anything else that is an object
	 * in JSON
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 */
	public void updateMetadata(Object metadata) {
		this.executor
			.executeNullable(ConnectionRequests.updateMetadata(this.integrationId, this.connectionId, metadata));
	}

	/**
	 * Changes tags or the webhook address. Calls {@code PATCH /connections/{id}}.
	 * @param settings sets what is to change
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 */
	public void update(Consumer<ConnectionSettings> settings) {
		this.executor.executeNullable(ConnectionRequests.update(this.integrationId, this.connectionId, settings));
	}

	/**
	 * Deletes the connection with its records. Calls {@code DELETE /connections/{id}}.
	 * @throws org.nangospring.client.NangoNotFoundException if there is no such
	 * connection
	 */
	public void delete() {
		this.executor.executeNullable(ConnectionRequests.delete(this.integrationId, this.connectionId));
	}

	/**
	 * The records of a model. Sends nothing yet.
	 * @param model the name of the model, for example {@code GithubIssue}
	 * @return the records, each as a map
	 */
	public Records<Map<String, @Nullable Object>> records(String model) {
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
	public <T> Records<T> records(String model, Class<T> type) {
		return new Records<>(this.executor, this.integrationId, this.connectionId, model, type);
	}

	/**
	 * The records of a model. Sends nothing yet.
	 * @param <T> the type of a record
	 * @param model the name of the model, for example {@code GithubIssue}
	 * @param type the type to read each record as
	 * @return the records
	 */
	public <T> Records<T> records(String model, ParameterizedTypeReference<T> type) {
		return new Records<>(this.executor, this.integrationId, this.connectionId, model, type.getType());
	}

	/**
	 * The syncs of this connection. Sends nothing yet.
	 * @return the syncs
	 */
	public ConnectionSyncs syncs() {
		return new ConnectionSyncs(this.executor, this.integrationId, this.connectionId);
	}

	/**
	 * The actions of this connection. Sends nothing yet.
	 * @return the actions
	 */
	public Actions actions() {
		return new Actions(this.executor, this.integrationId, this.connectionId);
	}

	/**
	 * The provider's own API, called through Nango. Sends nothing yet.
	 * @return the proxy
	 */
	public Proxy proxy() {
		return new Proxy(this.executor, this.integrationId, this.connectionId);
	}

	@Override
	public String toString() {
		return "NangoConnection[" + this.integrationId + "/" + this.connectionId + "]";
	}

}
