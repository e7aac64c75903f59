package org.nangospring.test;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What Nango keeps of a connection, and how it shows it.
 */
final class MockConnectionData {

	private final int id;

	private final MockIntegration integration;

	private final String connectionId;

	private final MockCredentials credentials;

	private final MockClock clock;

	private final Instant createdAt;

	private final Map<String, String> tags = new LinkedHashMap<>();

	private ObjectNode metadata = MockJson.object();

	private ObjectNode config = MockJson.object();

	private @Nullable ObjectNode endUser;

	private boolean missing;

	MockConnectionData(int id, MockIntegration integration, String connectionId, MockCredentials credentials,
			MockClock clock) {
		this.id = id;
		this.integration = integration;
		this.connectionId = connectionId;
		this.credentials = credentials;
		this.clock = clock;
		this.createdAt = clock.now();
	}

	synchronized void tag(String key, String value) {
		this.tags.put(key.toLowerCase(Locale.ROOT), value);
	}

	synchronized void tags(Map<String, String> newTags) {
		this.tags.clear();
		newTags.forEach(this::tag);
	}

	synchronized Map<String, String> tags() {
		return new LinkedHashMap<>(this.tags);
	}

	synchronized void metadata(ObjectNode newMetadata) {
		this.metadata = newMetadata;
	}

	synchronized void patchMetadata(ObjectNode patch) {
		this.metadata = this.metadata.deepCopy().setAll(patch);
	}

	synchronized Map<String, @Nullable Object> metadata() {
		return MockJson.map(this.metadata);
	}

	synchronized void config(ObjectNode newConfig) {
		this.config = newConfig;
	}

	synchronized void endUser(ObjectNode newEndUser) {
		this.endUser = newEndUser;
	}

	synchronized @Nullable String endUserId() {
		return (this.endUser != null) ? this.endUser.path("id").asString() : null;
	}

	synchronized void missing(boolean isMissing) {
		this.missing = isMissing;
	}

	synchronized boolean isMissing() {
		return this.missing;
	}

	/**
	 * Whether a search for a text finds it.
	 */
	synchronized boolean mentions(String text) {
		String endUserText = (this.endUser != null) ? this.endUser.toString() : "";
		return (this.connectionId + " " + this.integration.id() + " " + endUserText).toLowerCase(Locale.ROOT)
			.contains(text.toLowerCase(Locale.ROOT));
	}

	/**
	 * The connection as lists show it.
	 */
	ObjectNode toRow() {
		return head().put("created", MockClock.millis(this.createdAt));
	}

	/**
	 * The connection as it is shown by itself.
	 */
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

	private synchronized ObjectNode head() {
		ObjectNode json = MockJson.object()
			.put("id", this.id)
			.put("connection_id", this.connectionId)
			.put("provider_config_key", this.integration.id())
			.put("provider", this.integration.provider());
		json.set("errors", this.credentials.errors());
		json.set("end_user", MockJson.of(this.endUser));
		json.set("tags", MockJson.of(this.tags));
		json.set("metadata", this.metadata);
		return json;
	}

}
