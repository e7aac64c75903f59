package org.nangospring.sample.nango;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /connections}: makes a connection from credentials that somebody has
 * already, or replaces those of one.
 */
final class ImportApi {

	private final Workspace workspace;

	ImportApi(Workspace workspace) {
		this.workspace = workspace;
	}

	void register(Router router) {
		router.add("POST", "/connections", this::upsert);
	}

	private Answer upsert(Request request, List<String> path) {
		Fields fields = request.fields();
		String providerConfigKey = fields.requiredText("provider_config_key");
		String connectionId = Objects.requireNonNullElseGet(fields.text("connection_id"),
				() -> UUID.randomUUID().toString());
		ObjectNode credentials = fields.requiredRecord("credentials");
		ObjectNode tags = fields.has("tags") ? fields.requiredRecord("tags") : Json.object();
		ObjectNode metadata = fields.has("metadata") ? fields.requiredRecord("metadata") : Json.object();
		fields.allowOnly("provider_config_key", "connection_id", "credentials", "tags", "metadata");
		Integration integration = this.workspace.integrations().find(providerConfigKey);
		if (integration == null) {
			throw ApiError.of(400, "unknown_provider_config", "Provider does not exists");
		}
		Connection known = this.workspace.connections().find(connectionId, providerConfigKey);
		Connection connection = (known != null) ? known : new Connection(this.workspace.connections().nextId(),
				connectionId, integration, credentials(credentials), this.workspace.now());
		tags.properties().forEach((tag) -> connection.tag(tag.getKey(), tag.getValue().asString("")));
		if (fields.has("metadata")) {
			connection.metadata(metadata);
		}
		if (known != null) {
			this.workspace.reconnect(connection, credentials(credentials));
		}
		else {
			this.workspace.add(connection);
		}
		return Answer.json(201, connection.toJson(connection.credentials().toJson(false)));
	}

	private Credentials credentials(JsonNode json) {
		boolean oauth = json.path("type").asString("").equals("OAUTH2");
		String token = json.path(oauth ? "access_token" : "api_key").asString("");
		String account = Objects.requireNonNullElse(FakeTokens.accountOf("Bearer " + token), "visitor");
		return oauth ? Credentials.oauth(account, this.workspace.now()) : Credentials.apiKey(account);
	}

}
