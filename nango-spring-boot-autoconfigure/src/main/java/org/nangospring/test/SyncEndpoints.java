package org.nangospring.test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /sync/…}.
 */
final class SyncEndpoints {

	private final MockState state;

	SyncEndpoints(MockState state) {
		this.state = state;
	}

	void register(MockRouter router) {
		router.add("POST", "/sync/trigger", (call, path) -> command(call, (sync) -> sync.onTrigger().run()));
		router.add("POST", "/sync/start", (call, path) -> command(call, MockSync::resume));
		router.add("POST", "/sync/pause", (call, path) -> command(call, MockSync::pause));
		router.add("GET", "/sync/status", (call, path) -> status(call));
		router.add("PUT", "/sync/update-connection-frequency", (call, path) -> frequency(call));
		router.add("POST", "/sync/{sync}/variant/{variant}", this::createVariant);
		router.add("DELETE", "/sync/{sync}/variant/{variant}", this::deleteVariant);
	}

	private MockAnswer command(NangoCall call, Consumer<MockSync> command) {
		List<MockConnection> connections = connections(call);
		List<MockSync> syncs = new ArrayList<>();
		List<String> names = names(call.json());
		for (MockConnection connection : connections) {
			connection.syncs()
				.stream()
				.filter((sync) -> names.isEmpty() || names.stream().anyMatch(sync::isCalled))
				.forEach(syncs::add);
		}
		if (syncs.isEmpty() && !names.isEmpty()) {
			throw MockError.of(400, "no_syncs_found", "No syncs found given the inputs.", MockJson.object())
				.hint("set up nangoMock.connection(…).sync(\"" + names.get(0) + "\")");
		}
		syncs.forEach(command);
		return MockAnswer.success();
	}

	private List<MockConnection> connections(NangoCall call) {
		String integrationId = call.integrationId();
		if (integrationId == null) {
			throw MockError.missing("invalid_body", "provider_config_key");
		}
		if (this.state.integrations().known(integrationId) == null) {
			throw MockError
				.of(400, "unknown_provider_config",
						"There is no Provider Configuration matching this key. Please make"
								+ " sure this value exists in the Nango dashboard {}",
						MockJson.object())
				.hint(MockIntegrations.hint(integrationId));
		}
		String connectionId = call.connectionId();
		if (connectionId == null) {
			return this.state.connections()
				.present()
				.stream()
				.filter((connection) -> connection.integrationId().equals(integrationId))
				.toList();
		}
		ObjectNode payload = MockJson.object()
			.put("connectionId", connectionId)
			.put("providerConfigKey", integrationId);
		return List.of(this.state.connections()
			.required(call, MockError.of(404, "unknown_connection", "No connection matching the provided params of"
					+ " 'connection_id' and 'provider_config_key'. Please make sure these values exist in the Nango"
					+ " dashboard " + payload.toPrettyString(), payload)));
	}

	private MockAnswer status(NangoCall call) {
		Parameters query = new Parameters(call, "provider_config_key", "syncs", "connection_id");
		query.required("provider_config_key");
		query.required("syncs");
		List<String> names = query.commas("syncs");
		List<MockConnection> connections = (query.text("connection_id") == null)
				? this.state.connections()
					.present()
					.stream()
					.filter((connection) -> connection.integrationId().equals(query.text("provider_config_key")))
					.toList()
				: List.of(this.state.connections()
					.required(call, MockError.of(400, "invalid_body", "Connection not found")));
		ObjectNode json = MockJson.object();
		json.withArray("syncs");
		for (MockConnection connection : connections) {
			connection.syncs()
				.stream()
				.filter((sync) -> names.contains("*") || names.stream().anyMatch(sync::isCalled))
				.forEach((sync) -> json.withArray("syncs").add(sync.toJson()));
		}
		return MockAnswer.json(json)
			.hint((json.path("syncs").isEmpty() && !names.contains("*"))
					? "set up nangoMock.connection(…).sync(\"" + names.get(0) + "\")" : null);
	}

	private MockAnswer frequency(NangoCall call) {
		MockConnection connection = this.state.connections().required(call, MockError.of(400, "unknown_connection"));
		String name = call.text("sync_name");
		String variant = call.text("sync_variant");
		if (name == null) {
			throw MockError.missing("invalid_body", "sync_name");
		}
		String full = (variant != null && !variant.equals("base")) ? name + "::" + variant : name;
		MockSync sync = find(connection, full);
		if (sync == null) {
			throw MockError.of(400, "unknown_sync", "Sync not found")
				.hint("set up " + connection.code() + ".sync(\"" + full + "\")");
		}
		return MockAnswer.json(MockJson.object().put("frequency", sync.changeFrequency(call.text("frequency"))));
	}

	private MockAnswer createVariant(NangoCall call, Map<String, String> path) {
		MockConnection connection = this.state.connections().required(call, MockError.of(400, "unknown_connection"));
		String name = path.get("sync") + "::" + path.get("variant");
		if (find(connection, name) != null) {
			throw MockError.of(400, "sync_variant_already_exists");
		}
		ObjectNode created = connection.sync(name).toJson();
		return MockAnswer.json(MockJson.object()
			.put("id", created.path("id").asString())
			.put("name", created.path("name").asString())
			.put("variant", created.path("variant").asString()));
	}

	private MockAnswer deleteVariant(NangoCall call, Map<String, String> path) {
		MockConnection connection = this.state.connections().required(call, MockError.of(400, "unknown_connection"));
		MockSync sync = find(connection, path.get("sync") + "::" + path.get("variant"));
		if (sync == null) {
			throw MockError.of(404, "not_found");
		}
		connection.remove(sync);
		return MockAnswer.success();
	}

	private static @Nullable MockSync find(MockConnection connection, String name) {
		return connection.syncs().stream().filter((sync) -> sync.isCalled(name)).findFirst().orElse(null);
	}

	/**
	 * Syncs are named by texts, or by objects when they are variants.
	 */
	private static List<String> names(@Nullable JsonNode body) {
		List<String> names = new ArrayList<>();
		if (body != null) {
			for (JsonNode sync : body.path("syncs")) {
				String variant = sync.path("variant").asString("base");
				names.add(sync.isString() ? sync.asString()
						: sync.path("name").asString() + (variant.equals("base") ? "" : "::" + variant));
			}
		}
		return names;
	}

}
