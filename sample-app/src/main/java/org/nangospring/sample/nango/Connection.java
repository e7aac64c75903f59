package org.nangospring.sample.nango;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The access of one end user to one integration.
 */
final class Connection {

	private final int id;

	private final String connectionId;

	private final Integration integration;

	private Credentials credentials;

	private final Instant createdAt;

	private final Map<String, String> tags = new TreeMap<>();

	private final Set<String> failedSyncs = new TreeSet<>();

	private @Nullable ObjectNode endUser;

	private ObjectNode metadata = Json.object();

	private ObjectNode config = Json.object();

	private Instant updatedAt;

	private Instant lastFetchedAt;

	Connection(int id, String connectionId, Integration integration, Credentials credentials, Instant createdAt) {
		this.id = id;
		this.connectionId = connectionId;
		this.integration = integration;
		this.credentials = credentials;
		this.createdAt = createdAt;
		this.updatedAt = createdAt;
		this.lastFetchedAt = createdAt;
	}

	String connectionId() {
		return this.connectionId;
	}

	Integration integration() {
		return this.integration;
	}

	Credentials credentials() {
		return this.credentials;
	}

	/**
	 * Takes new credentials in the place of its own; all the rest of it stays.
	 * @param newCredentials the credentials
	 * @param now the time
	 */
	void reconnect(Credentials newCredentials, Instant now) {
		this.credentials = newCredentials;
		this.updatedAt = now;
	}

	/**
	 * A sync of the connection has ended.
	 * @param sync its name
	 * @param success whether it went well
	 */
	void synced(String sync, boolean success) {
		if (success) {
			this.failedSyncs.remove(sync);
		}
		else {
			this.failedSyncs.add(sync);
		}
	}

	ObjectNode metadata() {
		return this.metadata;
	}

	Connection tag(String key, String value) {
		this.tags.put(key.toLowerCase(Locale.ROOT), value);
		return this;
	}

	Connection endUser(String endUserId, String email, String displayName) {
		this.endUser = Json.object((it) -> it.put("id", endUserId)
			.put("display_name", displayName)
			.put("email", email)
			.putNull("tags")
			.putNull("organization"));
		return tag("end_user_id", endUserId).tag("end_user_email", email).tag("end_user_display_name", displayName);
	}

	/**
	 * Says whose connection it is, in the words of a connect session.
	 * @param user the user with {@code id} and perhaps {@code email} and
	 * {@code display_name}
	 * @return this connection
	 */
	Connection endUser(ObjectNode user) {
		this.endUser = user.deepCopy();
		for (String name : List.of("id", "email", "display_name")) {
			if (user.path(name).isString()) {
				tag("end_user_" + name, user.path(name).stringValue());
			}
		}
		return this;
	}

	Connection metadata(ObjectNode newMetadata) {
		this.metadata = newMetadata.deepCopy();
		return this;
	}

	void config(ObjectNode newConfig) {
		this.config = newConfig.deepCopy();
	}

	/**
	 * Replaces all tags.
	 * @param newTags the tags
	 */
	void tags(ObjectNode newTags) {
		this.tags.clear();
		newTags.properties().forEach((tag) -> tag(tag.getKey(), tag.getValue().asString("")));
	}

	void patchMetadata(ObjectNode patch) {
		this.metadata.setAll(patch.deepCopy());
	}

	boolean hasTags(Map<String, String> wanted) {
		return wanted.entrySet()
			.stream()
			.allMatch((tag) -> tag.getValue().equals(this.tags.get(tag.getKey().toLowerCase(Locale.ROOT))));
	}

	boolean mentions(String text) {
		String wanted = text.toLowerCase(Locale.ROOT);
		return Stream
			.of(this.connectionId, this.integration.uniqueKey(), endUserField("id"), endUserField("email"),
					endUserField("display_name"))
			.anyMatch((value) -> value.toLowerCase(Locale.ROOT).contains(wanted));
	}

	String endUserField(String name) {
		return (this.endUser != null) ? this.endUser.path(name).asString("") : "";
	}

	Credentials.State use(Instant now, boolean forceRefresh) {
		Credentials.State state = this.credentials.prepare(now, forceRefresh);
		if (state == Credentials.State.REFRESHED) {
			this.updatedAt = now;
		}
		this.lastFetchedAt = now;
		return state;
	}

	ObjectNode toRow() {
		ObjectNode json = head();
		json.put("created", Timestamps.millis(this.createdAt));
		return json;
	}

	/**
	 * Everything about the connection.
	 * @param credentialsJson the credentials, an empty object where they are withheld
	 * @return the JSON
	 */
	ObjectNode toJson(ObjectNode credentialsJson) {
		ObjectNode json = head();
		json.set("connection_config", this.config);
		json.putNull("webhook_url_override");
		json.put("created_at", Timestamps.millis(this.createdAt));
		json.put("updated_at", Timestamps.millis(this.updatedAt));
		json.put("last_fetched_at", Timestamps.millis(this.lastFetchedAt));
		json.set("credentials", credentialsJson);
		return json;
	}

	ObjectNode tagsJson() {
		return Json.object((it) -> this.tags.forEach(it::put));
	}

	private ArrayNode errors() {
		ArrayNode errors = Json.array();
		if (this.credentials.hasFailed()) {
			errors.addObject().put("type", "auth").put("log_id", "fake-log-" + this.id);
		}
		this.failedSyncs.forEach(
				(sync) -> errors.addObject().put("type", "sync").put("log_id", "fake-log-" + this.id + "-" + sync));
		return errors;
	}

	private ObjectNode head() {
		ObjectNode json = Json.object();
		json.put("id", this.id);
		json.put("connection_id", this.connectionId);
		json.put("provider_config_key", this.integration.uniqueKey());
		json.put("provider", this.integration.provider().id());
		json.set("errors", errors());
		json.set("end_user", (this.endUser != null) ? this.endUser : NullNode.getInstance());
		json.set("tags", tagsJson());
		json.set("metadata", this.metadata);
		return json;
	}

}
