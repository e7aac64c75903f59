package org.nangospring.sample.nango;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code POST /connections}: makes a connection from credentials that somebody has
 * already, or replaces those of one.
 */
final class ImportApi {

	private static final String TAG = "[a-zA-Z][a-zA-Z0-9_./-]{0,63}";

	private final Workspace workspace;

	ImportApi(Workspace workspace) {
		this.workspace = workspace;
	}

	void register(Router router) {
		router.add("POST", "/connections", this::upsert);
	}

	private Answer upsert(Request request, List<String> path) {
		request.query().allowOnly();
		Fields fields = request.fields();
		String providerConfigKey = fields.requiredText("provider_config_key");
		String connectionId = Objects.requireNonNullElseGet(fields.text("connection_id"),
				() -> UUID.randomUUID().toString());
		ObjectNode credentials = credentials(fields);
		ObjectNode tags = tags(fields);
		ObjectNode metadata = optional(fields, "metadata");
		ObjectNode config = optional(fields, "connection_config");
		ObjectNode endUser = optional(fields, "end_user");
		fields.allowOnly("provider_config_key", "connection_id", "credentials", "tags", "metadata", "connection_config",
				"end_user", "webhook_url_override");
		Integration integration = this.workspace.integrations().find(providerConfigKey);
		if (integration == null) {
			throw ApiError.notFound("Integration does not exist");
		}
		Credentials parsed = parse(credentials, integration);
		Connection known = this.workspace.connections().find(connectionId, providerConfigKey);
		Connection connection = (known != null) ? known : new Connection(this.workspace.connections().nextId(),
				connectionId, integration, parsed, this.workspace.now());
		if (endUser != null) {
			connection.endUser(endUser);
		}
		tags.properties().forEach((tag) -> connection.tag(tag.getKey(), tag.getValue().asString("")));
		if (metadata != null) {
			connection.metadata(metadata);
		}
		if (config != null) {
			connection.config(config);
		}
		if (known != null) {
			this.workspace.reconnect(connection, parsed);
		}
		else {
			this.workspace.add(connection);
		}
		return Answer.json(201, imported(connection));
	}

	private static ObjectNode imported(Connection connection) {
		ObjectNode json = connection.toJson(connection.credentials().toJson(false));
		// only here are its dates written this way
		List.of("created_at", "updated_at", "last_fetched_at")
			.forEach((name) -> json.put(name, json.path(name).asString().replace("+00:00", "Z")));
		return json;
	}

	private static ObjectNode credentials(Fields fields) {
		if (fields.get("credentials") instanceof ObjectNode credentials) {
			return credentials;
		}
		fields.violations().wrongType("object", fields.get("credentials"), "credentials");
		return Json.object();
	}

	private static @Nullable ObjectNode optional(Fields fields, String name) {
		return fields.has(name) ? fields.requiredRecord(name) : null;
	}

	/**
	 * Reads tags.
	 * @param fields the body
	 * @return the tags, empty when there are none
	 */
	static ObjectNode tags(Fields fields) {
		ObjectNode tags = fields.has("tags") ? fields.requiredRecord("tags") : Json.object();
		for (String name : tags.propertyNames()) {
			if (!name.matches(TAG)) {
				fields.violations().add("invalid_key", "Invalid key in record", "tags", name);
			}
		}
		return tags;
	}

	private Credentials parse(ObjectNode json, Integration integration) {
		String type = json.path("type").asString("");
		String mode = integration.provider().authMode();
		if (!type.equals(mode)) {
			throw ApiError.of(400, "invalid_body", "Provider " + mode + " does not support " + type + " auth");
		}
		String token = json.path(integration.provider().isOAuth() ? "access_token" : "apiKey").asString("");
		// a token that is not of the pretend provider gets an account of its own there
		String account = Objects.requireNonNullElse(FakeTokens.accountOf("Bearer " + token), "visitor");
		return Credentials.of(integration.provider(), account, this.workspace.now());
	}

}
