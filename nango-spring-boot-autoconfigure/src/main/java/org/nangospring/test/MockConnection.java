package org.nangospring.test;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpMethod;

/**
 * A connection in a {@link NangoMock}. It is there as soon as it is named, with an access
 * token, without tags, metadata, records or syncs.
 */
public final class MockConnection {

	private final int id;

	private final MockIntegration integration;

	private final String connectionId;

	private final MockClock clock;

	private final Instant createdAt;

	private final Map<String, String> tags = new LinkedHashMap<>();

	private final Map<String, MockRecords> records = new LinkedHashMap<>();

	private final Map<String, MockSync> syncs = new LinkedHashMap<>();

	private final MockScripts scripts = new MockScripts();

	private final MockCredentials credentials = new MockCredentials();

	private ObjectNode metadata = MockJson.object();

	private ObjectNode config = MockJson.object();

	private @Nullable ObjectNode endUser;

	private boolean missing;

	MockConnection(int id, MockIntegration integration, String connectionId, MockClock clock) {
		this.id = id;
		this.integration = integration;
		this.connectionId = connectionId;
		this.clock = clock;
		this.createdAt = clock.now();
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
	public synchronized MockConnection tag(String key, String value) {
		this.tags.put(Arguments.text(key, "tag").toLowerCase(Locale.ROOT), Arguments.text(value, "tag's value"));
		return this;
	}

	/**
	 * Sets the metadata.
	 * @param newMetadata a map, a record or anything else that is an object in JSON
	 * @return the same connection
	 */
	public synchronized MockConnection metadata(Object newMetadata) {
		this.metadata = MockJson.objectOf(Arguments.required(newMetadata, "metadata"), "metadata");
		return this;
	}

	/**
	 * Sets the configuration of the connection, such as a subdomain.
	 * @param connectionConfig a map, a record or anything else that is an object in JSON
	 * @return the same connection
	 */
	public synchronized MockConnection connectionConfig(Object connectionConfig) {
		this.config = MockJson.objectOf(Arguments.required(connectionConfig, "configuration"), "configuration");
		return this;
	}

	/**
	 * Says whose connection it is.
	 * @param endUserId the id of the user
	 * @param email the address, or null
	 * @param displayName the name, or null
	 * @return the same connection
	 */
	public synchronized MockConnection endUser(String endUserId, @Nullable String email, @Nullable String displayName) {
		this.endUser = MockJson.object()
			.put("id", Arguments.text(endUserId, "id of the user"))
			.put("display_name", displayName)
			.put("email", email)
			.putNull("tags")
			.putNull("organization");
		return this;
	}

	/**
	 * Lets Nango not know the connection.
	 * @return the same connection
	 */
	public synchronized MockConnection missing() {
		this.missing = true;
		return this;
	}

	/**
	 * Whether Nango knows the connection: the application may have deleted it.
	 * @return whether it is there
	 */
	public synchronized boolean exists() {
		return !this.missing;
	}

	/**
	 * The metadata, which the application may have changed.
	 * @return a copy, as maps, lists and scalars
	 */
	public synchronized Map<String, @Nullable Object> metadata() {
		return MockJson.map(this.metadata);
	}

	/**
	 * The tags, which the application may have changed.
	 * @return a copy
	 */
	public synchronized Map<String, String> tags() {
		return new LinkedHashMap<>(this.tags);
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
		return variant(model, null);
	}

	/**
	 * The records that a variant of a sync makes.
	 * @param model the model, such as {@code Issue}
	 * @param variant the variant; null and {@code base} are the sync itself
	 * @return the records
	 */
	public synchronized MockRecords records(String model, @Nullable String variant) {
		return variant(Arguments.text(model, "model"), variant);
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

	synchronized MockRecords variant(String model, @Nullable String variant) {
		return this.records.computeIfAbsent(key(model, variant),
				(key) -> new MockRecords(this.clock, key + " of " + integrationId() + "/" + this.connectionId));
	}

	synchronized List<StoredRecord> recordsOf(String model, @Nullable String variant) {
		MockRecords found = this.records.get(key(model, variant));
		return (found != null) ? found.inOrder() : List.of();
	}

	synchronized boolean hasRecords(String model) {
		return this.records.keySet().stream().anyMatch((key) -> key.equals(model) || key.startsWith(model + "::"));
	}

	synchronized List<MockSync> syncs() {
		return List.copyOf(this.syncs.values());
	}

	synchronized void remove(MockSync sync) {
		this.syncs.values().remove(sync);
	}

	synchronized void tags(Map<String, String> newTags) {
		this.tags.clear();
		newTags.forEach(this::tag);
	}

	synchronized void patchMetadata(ObjectNode patch) {
		this.metadata = this.metadata.deepCopy().setAll(patch);
	}

	synchronized void appear() {
		this.missing = false;
	}

	ObjectNode toRow() {
		return head().put("created", MockClock.millis(this.createdAt));
	}

	synchronized ObjectNode toJson(JsonNode shownCredentials) {
		ObjectNode json = head();
		json.set("connection_config", this.config);
		json.putNull("webhook_url_override")
			.put("created_at", MockClock.millis(this.createdAt))
			.put("updated_at", MockClock.millis(this.createdAt))
			.put("last_fetched_at", MockClock.millis(this.clock.now()));
		json.set("credentials", shownCredentials);
		return json;
	}

	synchronized boolean mentions(String text) {
		String endUserText = (this.endUser != null) ? this.endUser.toString() : "";
		return (this.connectionId + " " + integrationId() + " " + endUserText).toLowerCase(Locale.ROOT)
			.contains(text.toLowerCase(Locale.ROOT));
	}

	synchronized @Nullable String endUserId() {
		return (this.endUser != null) ? this.endUser.path("id").asString() : null;
	}

	private synchronized ObjectNode head() {
		ObjectNode json = MockJson.object()
			.put("id", this.id)
			.put("connection_id", this.connectionId)
			.put("provider_config_key", integrationId())
			.put("provider", this.integration.provider());
		json.set("errors", this.credentials.errors());
		json.set("end_user", MockJson.of(this.endUser));
		json.set("tags", MockJson.of(this.tags));
		json.set("metadata", this.metadata);
		return json;
	}

	private static String key(String model, @Nullable String variant) {
		return (variant == null || variant.equals("base")) ? model : model + "::" + variant;
	}

}
