package org.nangospring.sample.nango;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /connections/metadata}: replacing and patching, for one connection or for
 * several of one integration.
 */
final class MetadataApi {

	private final Workspace workspace;

	MetadataApi(Workspace workspace) {
		this.workspace = workspace;
	}

	void register(Router router) {
		router.add("POST", "/connections/metadata", (request, path) -> change(request, 201, Connection::metadata));
		router.add("PATCH", "/connections/metadata",
				(request, path) -> change(request, 200, Connection::patchMetadata));
	}

	private Answer change(Request request, int status, BiConsumer<Connection, ObjectNode> change) {
		Fields fields = request.fields();
		JsonNode connectionId = fields.get("connection_id");
		List<String> ids = ids(connectionId);
		if (ids.isEmpty()) {
			fields.violations().invalidUnion("connection_id");
		}
		String providerConfigKey = fields.requiredText("provider_config_key");
		ObjectNode metadata = fields.requiredRecord("metadata");
		fields.allowOnly("connection_id", "provider_config_key", "metadata");
		// all of them are looked up first: one unknown id leaves the others alone
		List<Connection> connections = new ArrayList<>();
		for (String id : ids) {
			Connection connection = this.workspace.connections().find(id, providerConfigKey);
			if (connection == null) {
				throw unknownConnection(id, providerConfigKey, ids.size() > 1);
			}
			connections.add(connection);
		}
		connections.forEach((connection) -> change.accept(connection, metadata));
		return Answer.json(status, Json.object((it) -> {
			it.set("connection_id", connectionId);
			it.put("provider_config_key", providerConfigKey);
			it.set("metadata", metadata);
		}));
	}

	private static List<String> ids(JsonNode connectionId) {
		if (connectionId.isString()) {
			return List.of(connectionId.stringValue());
		}
		boolean texts = connectionId.isArray() && connectionId.valueStream().allMatch(JsonNode::isString);
		return texts ? connectionId.valueStream().map(JsonNode::stringValue).toList() : List.of();
	}

	private static ApiError unknownConnection(String id, String providerConfigKey, boolean several) {
		return ApiError.of(404, "unknown_connection", "Connection with connection id " + id
				+ " and provider config key " + providerConfigKey
				+ " not found. Please make sure the connection exists in the Nango dashboard"
				+ (several ? ". No actions were taken on any of the connections as a result of this failure." : ""));
	}

}
