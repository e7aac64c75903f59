package org.nangospring.test;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

import org.springframework.http.HttpMethod;

/**
 * A connection in a {@link NangoMock}. It is there as soon as it is named, with an access
 * token, without tags, metadata, records or syncs.
 */
public final class MockConnection {

	private final MockIntegration integration;

	private final String connectionId;

	private final MockClock clock;

	private final MockCredentials credentials = new MockCredentials();

	private final MockConnectionData data;

	private final MockModels models;

	private final Map<String, MockSync> syncs = new LinkedHashMap<>();

	private final MockScripts scripts = new MockScripts();

	MockConnection(int id, MockIntegration integration, String connectionId, MockClock clock) {
		this.integration = integration;
		this.connectionId = connectionId;
		this.clock = clock;
		this.data = new MockConnectionData(id, integration, connectionId, this.credentials, clock);
		this.models = new MockModels(integration.id() + "/" + connectionId, clock);
	}

	/**
	 * The integration.
	 * @return the integration id
	 */
	public String integrationId() {
		return this.integration.id();
	}

	/**
	 * The connection.
	 * @return the connection id
	 */
	public String connectionId() {
		return this.connectionId;
	}

	/**
	 * Lets the connection have an OAuth access token that does not expire.
	 * @param accessToken the token
	 * @return the same connection
	 */
	public MockConnection token(String accessToken) {
		this.credentials.oauth(Arguments.text(accessToken, "access token"), null);
		return this;
	}

	/**
	 * Lets the connection have an OAuth access token.
	 * @param accessToken the token
	 * @param expiresAt when it expires; the mock gives it all the same after that
	 * @return the same connection
	 */
	public MockConnection token(String accessToken, Instant expiresAt) {
		this.credentials.oauth(Arguments.text(accessToken, "access token"),
				Arguments.required(expiresAt, "time of expiry"));
		return this;
	}

	/**
	 * Lets the connection have an API key.
	 * @param apiKey the key
	 * @return the same connection
	 */
	public MockConnection apiKey(String apiKey) {
		this.credentials.set(MockJson.object().put("type", "API_KEY").put("apiKey", apiKey));
		return this;
	}

	/**
	 * Lets the connection have a user name and a password.
	 * @param username the user name
	 * @param password the password
	 * @return the same connection
	 */
	public MockConnection basic(String username, String password) {
		this.credentials
			.set(MockJson.object().put("type", "BASIC").put("username", username).put("password", password));
		return this;
	}

	/**
	 * Lets the connection have credentials of any kind.
	 * @param json an object in JSON as Nango has it, with its {@code type}; empty for
	 * none, as without the scope for credentials
	 * @return the same connection
	 */
	public MockConnection credentials(Object json) {
		this.credentials.set(MockJson.objectOf(Arguments.required(json, "credentials"), "credentials"));
		return this;
	}

	/**
	 * Lets refreshing the token fail, because the user took the access back. Reading the
	 * connection is answered with 400 the first time and with 424 after that, calls
	 * through the proxy with 424.
	 * @return the same connection
	 */
	public MockConnection refreshFails() {
		this.credentials.fail();
		return this;
	}

	/**
	 * Adds a tag.
	 * @param key the key; Nango makes it lower case
	 * @param value the value
	 * @return the same connection
	 */
	public MockConnection tag(String key, String value) {
		this.data.tag(Arguments.text(key, "tag"), Arguments.text(value, "tag's value"));
		return this;
	}

	/**
	 * Sets the metadata.
	 * @param newMetadata a map, a record or anything else that is an object in JSON
	 * @return the same connection
	 */
	public MockConnection metadata(Object newMetadata) {
		this.data.metadata(MockJson.objectOf(Arguments.required(newMetadata, "metadata"), "metadata"));
		return this;
	}

	/**
	 * Sets the configuration of the connection, such as a subdomain.
	 * @param connectionConfig a map, a record or anything else that is an object in JSON
	 * @return the same connection
	 */
	public MockConnection connectionConfig(Object connectionConfig) {
		this.data.config(MockJson.objectOf(Arguments.required(connectionConfig, "configuration"), "configuration"));
		return this;
	}

	/**
	 * Says whose connection it is.
	 * @param endUserId the id of the user
	 * @param email the address, or null
	 * @param displayName the name, or null
	 * @return the same connection
	 */
	public MockConnection endUser(String endUserId, @Nullable String email, @Nullable String displayName) {
		this.data.endUser(MockJson.object()
			.put("id", Arguments.text(endUserId, "id of the user"))
			.put("display_name", displayName)
			.put("email", email)
			.putNull("tags")
			.putNull("organization"));
		return this;
	}

	/**
	 * Lets Nango not know the connection.
	 * @return the same connection
	 */
	public MockConnection missing() {
		this.data.missing(true);
		return this;
	}

	/**
	 * Whether Nango knows the connection: the application may have deleted it.
	 * @return whether it is there
	 */
	public boolean exists() {
		return !this.data.isMissing();
	}

	/**
	 * The metadata, which the application may have changed.
	 * @return a copy, as maps, lists and scalars
	 */
	public Map<String, @Nullable Object> metadata() {
		return this.data.metadata();
	}

	/**
	 * The tags, which the application may have changed.
	 * @return a copy
	 */
	public Map<String, String> tags() {
		return this.data.tags();
	}

	/**
	 * Adds records.
	 * @param model the model, such as {@code Issue}
	 * @param added objects with an {@code id}, in order
	 * @return the same connection
	 * @throws IllegalArgumentException if one has no id, or is there
	 */
	public MockConnection records(String model, Collection<?> added) {
		records(model).added(added);
		return this;
	}

	/**
	 * The records of a model, to be changed.
	 * @param model the model, such as {@code Issue}
	 * @return the records
	 */
	public MockRecords records(String model) {
		return this.models.named(Arguments.text(model, "model"), null);
	}

	/**
	 * The records that a variant of a sync makes.
	 * @param model the model, such as {@code Issue}
	 * @param variant the variant; null and {@code base} are the sync itself
	 * @return the records
	 */
	public MockRecords records(String model, @Nullable String variant) {
		return this.models.named(Arguments.text(model, "model"), variant);
	}

	/**
	 * A sync of the connection.
	 * @param name the name, such as {@code github-issues}; {@code name::variant} for a
	 * variant
	 * @return the sync, to be set up; it has run with success
	 */
	public synchronized MockSync sync(String name) {
		return this.syncs.computeIfAbsent(Arguments.text(name, "sync"), (key) -> new MockSync(key, this));
	}

	/**
	 * An action of this connection only.
	 * @param name the name, such as {@code create-issue}
	 * @return the action, to be told what to answer
	 * @see NangoMock#action(String)
	 */
	public MockAction action(String name) {
		return new MockAction(this.scripts, Arguments.id(name, "action"));
	}

	/**
	 * What the provider answers to calls with this connection only.
	 * @param method the method
	 * @param path the path of the provider, such as {@code /user}
	 * @return the call, to be told what to answer
	 * @see NangoMock#proxy(HttpMethod, String)
	 */
	public MockProxy proxy(HttpMethod method, String path) {
		return new MockProxy(this.scripts, method, path);
	}

	MockCredentials credentials() {
		return this.credentials;
	}

	MockScripts scripts() {
		return this.scripts;
	}

	MockIntegration integration() {
		return this.integration;
	}

	MockClock clock() {
		return this.clock;
	}

	String code() {
		return MockConnections.code(integrationId(), this.connectionId);
	}

	MockConnectionData data() {
		return this.data;
	}

	MockModels models() {
		return this.models;
	}

	synchronized List<MockSync> syncs() {
		return List.copyOf(this.syncs.values());
	}

	synchronized void remove(MockSync sync) {
		this.syncs.values().remove(sync);
	}

}
