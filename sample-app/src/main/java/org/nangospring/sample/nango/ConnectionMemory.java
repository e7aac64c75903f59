package org.nangospring.sample.nango;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries connections over from one run to the next. Records are not carried over: they
 * are made up anew, as the account and the metadata of the connection have it. All
 * methods can be called from any thread.
 */
public final class ConnectionMemory {

	private static final Duration SINCE_LAST_RUN = Duration.ofMinutes(5);

	private static final List<String> KEPT = List.of("connection_id", "provider_config_key", "end_user", "tags",
			"metadata", "connection_config", "created_at");

	private static final String ACCOUNT = "account";

	private static final String REVOKED = "revoked";

	private static final String SYNCS = "syncs";

	/** Stood in the place of the syncs when their schedules were not saved yet. */
	private static final String SYNCED = "synced";

	private final Workspace workspace;

	private final NangoHandler handler;

	ConnectionMemory(Workspace workspace, NangoHandler handler) {
		this.workspace = workspace;
		this.handler = handler;
	}

	/**
	 * Describes all connections.
	 * @return what {@link #restore(String)} takes: JSON, without any token or key
	 */
	public String save() {
		return this.handler.askAlone(() -> {
			List<Connection> oldestFirst = new ArrayList<>(this.workspace.connections().newestFirst());
			Collections.reverse(oldestFirst);
			return Json.array(oldestFirst.stream().map(this::describe).toList()).toString();
		});
	}

	/**
	 * Puts connections in the place of all that there are. Their syncs have run a while
	 * ago, and are paused or run as often as they were set to. Connections of
	 * integrations that are not known are left out.
	 * @param saved what {@link #save()} has returned in an earlier run
	 */
	public void restore(String saved) {
		JsonNode connections = Json.read(saved.getBytes(StandardCharsets.UTF_8));
		this.handler.alone(() -> {
			this.workspace.connections().newestFirst().forEach(this.workspace::delete);
			connections.forEach(this::add);
		});
	}

	/**
	 * Tells when connections may have changed, before whoever has changed them gets an
	 * answer.
	 * @param listener what to do then, from any thread. It takes the place of the last
	 * one
	 */
	public void whenChanged(Runnable listener) {
		this.handler.whenChanged(listener);
	}

	private ObjectNode describe(Connection connection) {
		ObjectNode json = connection.toJson(Json.object()).retain(KEPT);
		json.put(ACCOUNT, connection.credentials().account());
		json.put(REVOKED, connection.credentials().hasFailed());
		json.set(SYNCS, this.workspace.syncs().schedules(connection));
		return json;
	}

	private void add(JsonNode json) {
		Integration integration = this.workspace.integrations().find(json.path("provider_config_key").asString());
		if (integration == null) {
			return;
		}
		Instant now = this.workspace.now();
		String account = json.path(ACCOUNT).asString();
		Credentials credentials = json.path(REVOKED).asBoolean() ? Credentials.revoked(account, now)
				: Credentials.of(integration.provider(), account, now);
		Connection connection = new Connection(this.workspace.connections().nextId(),
				json.path("connection_id").asString(), integration, credentials,
				Timestamps.parse(json.path("created_at").asString()));
		if (json.path("end_user") instanceof ObjectNode endUser) {
			connection.endUser(endUser);
		}
		connection.tags((ObjectNode) json.path("tags"));
		connection.metadata((ObjectNode) json.path("metadata"));
		connection.config((ObjectNode) json.path("connection_config"));
		this.workspace.connections().add(connection);
		JsonNode syncs = json.path(SYNCS);
		if (!syncs.isEmpty() || json.path(SYNCED).asBoolean()) {
			this.workspace.syncs().restore(connection, now.minus(SINCE_LAST_RUN), syncs);
		}
	}

}
