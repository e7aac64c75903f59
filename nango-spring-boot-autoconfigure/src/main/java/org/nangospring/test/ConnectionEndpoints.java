package org.nangospring.test;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /connections}, without their metadata.
 */
final class ConnectionEndpoints {

	private final MockState state;

	ConnectionEndpoints(MockState state) {
		this.state = state;
	}

	void register(MockRouter router) {
		router.add("GET", "/connections", (call, path) -> list(call));
		router.add("POST", "/connections", (call, path) -> create(call));
		router.add("GET", "/connections/{id}", (call, path) -> get(call, path.get("id")));
		router.add("PATCH", "/connections/{id}", (call, path) -> update(call, path.get("id")));
		router.add("DELETE", "/connections/{id}", (call, path) -> delete(call, path.get("id")));
	}

	private MockAnswer list(NangoCall call) {
		Parameters query = new Parameters(call, "connectionId", "search", "integrationId", "endUserId",
				"endUserOrganizationId", "tags[]", "limit", "page");
		int limit = query.number("limit", 1, 2_000, 2_000);
		int page = query.number("page", 0, Integer.MAX_VALUE, 0);
		String connectionId = query.text("connectionId");
		String search = query.text("search");
		String endUserId = query.text("endUserId");
		List<String> integrationIds = query.commas("integrationId");
		Map<String, String> tags = query.keyed("tags");
		ObjectNode json = MockJson.object();
		json.withArray("connections");
		this.state.connections()
			.present()
			.stream()
			.filter((connection) -> connectionId == null || connection.connectionId().equals(connectionId))
			.filter((connection) -> search == null || connection.data().mentions(search))
			.filter((connection) -> endUserId == null || endUserId.equals(connection.data().endUserId()))
			.filter((connection) -> integrationIds.isEmpty() || integrationIds.contains(connection.integrationId()))
			.filter((connection) -> hasTags(connection, tags))
			.skip((long) page * limit)
			.limit(limit)
			.forEach((connection) -> json.withArray("connections").add(connection.data().toRow()));
		return MockAnswer.json(json);
	}

	private MockAnswer get(NangoCall call, @Nullable String connectionId) {
		Parameters query = new Parameters(call, "provider_config_key", "force_refresh", "refresh_token",
				"refresh_github_app_jwt_token");
		String integrationId = query.required("provider_config_key");
		MockError missing = (this.state.integrations().known(integrationId) != null)
				? MockError.notFound("Failed to find connection")
				: MockError.of(400, "unknown_provider_config", "Provider does not exists");
		MockConnection connection = this.state.connections().required(integrationId, connectionId, missing);
		MockCredentials credentials = connection.credentials();
		if (credentials.failing()) {
			throw refreshFailed(connection, credentials.triedBefore());
		}
		return MockAnswer.json(connection.data().toJson(credentials.toJson(query.flag("refresh_token"))));
	}

	private MockAnswer create(NangoCall call) {
		String integrationId = call.text("provider_config_key");
		JsonNode body = call.json();
		if (integrationId == null || body == null) {
			throw MockError.missing("invalid_body", "provider_config_key");
		}
		if (this.state.integrations().known(integrationId) == null) {
			throw MockError.notFound("Integration does not exist").hint(MockIntegrations.hint(integrationId));
		}
		if (!(body.get("credentials") instanceof ObjectNode credentials)) {
			throw MockError.invalid("invalid_body", "invalid_type",
					"Invalid input: expected object, received undefined", "credentials");
		}
		String wanted = call.text("connection_id");
		MockConnection connection = this.state.connections()
			.named(integrationId, (wanted != null) ? wanted : UUID.randomUUID().toString());
		connection.data().missing(false);
		connection.credentials(credentials);
		if (body.get("metadata") instanceof ObjectNode metadata) {
			connection.metadata(metadata);
		}
		if (body.get("connection_config") instanceof ObjectNode config) {
			connection.connectionConfig(config);
		}
		tags(body, connection);
		return MockAnswer.json(201, connection.data().toJson(connection.credentials().toJson(false)));
	}

	private MockAnswer update(NangoCall call, @Nullable String connectionId) {
		Parameters query = new Parameters(call, "provider_config_key");
		MockConnection connection = this.state.connections()
			.required(query.required("provider_config_key"), connectionId,
					MockError.notFound("Failed to find connection"));
		JsonNode body = call.json();
		if (body != null) {
			tags(body, connection);
		}
		return MockAnswer.success();
	}

	private MockAnswer delete(NangoCall call, @Nullable String connectionId) {
		Parameters query = new Parameters(call, "provider_config_key");
		this.state.connections()
			.required(query.required("provider_config_key"), connectionId, MockError.of(400, "unknown_connection"))
			.missing();
		return MockAnswer.success();
	}

	private static void tags(JsonNode body, MockConnection connection) {
		if (body.get("tags") instanceof ObjectNode tags) {
			Map<String, String> values = new LinkedHashMap<>();
			tags.forEachEntry((key, value) -> values.put(key, value.asString()));
			connection.data().tags(values);
		}
	}

	private static boolean hasTags(MockConnection connection, Map<String, String> wanted) {
		Map<String, String> tags = connection.tags();
		return wanted.entrySet()
			.stream()
			.allMatch((tag) -> tag.getValue().equals(tags.get(tag.getKey().toLowerCase(Locale.ROOT))));
	}

	private static MockError refreshFailed(MockConnection connection, boolean again) {
		ObjectNode error = MockJson.object().put("code", "invalid_credentials");
		error.put("message", again ? "A recent refresh attempt failed. Backing off before retrying."
				: "The external API returned an error when trying to refresh the access token. Please try again later.");
		error.putObject("payload").set("connection", connection.data().toJson(MockJson.object()));
		return MockError.of(again ? 424 : 400, error);
	}

}
