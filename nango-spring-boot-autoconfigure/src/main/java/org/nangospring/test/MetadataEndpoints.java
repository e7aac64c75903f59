package org.nangospring.test;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /connections/metadata}.
 */
final class MetadataEndpoints {

	private static final String INVALID = "invalid_body";

	private final MockState state;

	MetadataEndpoints(MockState state) {
		this.state = state;
	}

	void register(MockRouter router) {
		router.add("POST", "/connections/metadata", (call, path) -> change(call, 201, MockConnectionData::metadata));
		router.add("PATCH", "/connections/metadata",
				(call, path) -> change(call, 200, MockConnectionData::patchMetadata));
	}

	private MockAnswer change(NangoCall call, int status, BiConsumer<MockConnectionData, ObjectNode> change) {
		JsonNode body = call.json();
		String integrationId = call.text("provider_config_key");
		if (body == null || integrationId == null) {
			throw MockError.missing(INVALID, "provider_config_key");
		}
		if (!(body.get("metadata") instanceof ObjectNode metadata)) {
			throw MockError.invalid(INVALID, "invalid_type", "Invalid input: expected record", "metadata");
		}
		List<MockConnection> connections = new ArrayList<>();
		for (String id : ids(body.get("connection_id"))) {
			connections.add(this.state.connections()
				.required(integrationId, id,
						MockError.of(404, "unknown_connection", "Connection with connection id " + id
								+ " and provider config key " + integrationId
								+ " not found. Please make sure the connection exists in the Nango dashboard")));
		}
		connections.forEach((connection) -> change.accept(connection.data(), metadata));
		ObjectNode answer = MockJson.object();
		answer.set("connection_id", body.path("connection_id"));
		answer.put("provider_config_key", integrationId).set("metadata", metadata);
		return MockAnswer.json(status, answer);
	}

	private static List<String> ids(@Nullable JsonNode ids) {
		if (ids == null) {
			throw MockError.missing(INVALID, "connection_id");
		}
		List<String> list = new ArrayList<>();
		if (ids.isString()) {
			list.add(ids.asString());
		}
		ids.forEach((id) -> list.add(id.asString()));
		return list;
	}

}
