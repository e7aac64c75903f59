package org.nangospring.sample.nango;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /connections}, without its metadata.
 */
final class ConnectionsApi {

	private static final int MAXIMUM_LIMIT = 2000;

	private static final String ID_PATTERN = "^[a-zA-Z0-9,.;:=+~[\\]|@${}\"'\\\\/_ -]+$";

	// Java wants the bracket inside the character class escaped, the message has it bare
	private static final Pattern ID = Pattern.compile(ID_PATTERN.replace("~[", "~\\["));

	private final Workspace workspace;

	ConnectionsApi(Workspace workspace) {
		this.workspace = workspace;
	}

	void register(Router router) {
		router.add("GET", "/connections", this::list);
		router.add("GET", "/connections/*", this::get);
		router.add("PATCH", "/connections/*", this::patch);
		router.add("DELETE", "/connections/*", this::delete);
	}

	private Answer list(Request request, List<String> path) {
		Query query = request.query();
		String connectionId = query.text("connectionId");
		String search = query.text("search");
		String integrationId = query.text("integrationId");
		String endUserId = query.text("endUserId");
		Map<String, String> tags = query.record("tags");
		int limit = query.number("limit", 1, MAXIMUM_LIMIT, MAXIMUM_LIMIT);
		int page = query.number("page", 0, Integer.MAX_VALUE, 0);
		query.allowOnly("connectionId", "search", "integrationId", "endUserId", "tags", "limit", "page");
		List<String> integrationIds = (integrationId != null) ? Arrays.asList(integrationId.split(",")) : List.of();
		List<ObjectNode> rows = this.workspace.connections()
			.newestFirst()
			.stream()
			.filter((it) -> connectionId == null || it.connectionId().equals(connectionId))
			.filter((it) -> search == null || it.mentions(search))
			.filter((it) -> integrationIds.isEmpty() || integrationIds.contains(it.integration().uniqueKey()))
			.filter((it) -> endUserId == null || it.endUserField("id").equals(endUserId))
			.filter((it) -> it.hasTags(tags))
			.skip((long) page * limit)
			.limit(limit)
			.map(Connection::toRow)
			.toList();
		return Answer.json(Json.object((it) -> it.set("connections", Json.array(rows))));
	}

	private Answer get(Request request, List<String> path) {
		String connectionId = id(path);
		Query query = request.query();
		String providerConfigKey = query.requiredText("provider_config_key");
		boolean forceRefresh = query.flag("force_refresh");
		boolean withRefreshToken = query.flag("refresh_token");
		query.flag("refresh_github_app_jwt_token");
		query.allowOnly("provider_config_key", "force_refresh", "refresh_token", "refresh_github_app_jwt_token");
		Connection connection = this.workspace.connections().find(connectionId, providerConfigKey);
		if (connection == null) {
			checkIntegration(providerConfigKey);
			throw ApiError.notFound("Failed to find connection");
		}
		return switch (this.workspace.use(connection, forceRefresh)) {
			case VALID, REFRESHED -> Answer.json(connection.toJson(connection.credentials().toJson(withRefreshToken)));
			case FAILED -> throw invalidCredentials(400, connection, Credentials.REFRESH_FAILED);
			case BACKING_OFF -> throw invalidCredentials(424, connection, Credentials.BACKING_OFF);
		};
	}

	private Answer patch(Request request, List<String> path) {
		String connectionId = id(path);
		Query query = request.query();
		String providerConfigKey = query.requiredText("provider_config_key");
		query.allowOnly("provider_config_key");
		Fields fields = request.fields();
		ObjectNode tags = ImportApi.tags(fields);
		ObjectNode endUser = fields.has("end_user") ? fields.requiredRecord("end_user") : null;
		fields.allowOnly("tags", "end_user", "webhook_url_override");
		Connection connection = this.workspace.connections().find(connectionId, providerConfigKey);
		if (connection == null) {
			throw ApiError.notFound("Failed to find connection");
		}
		if (fields.has("tags")) {
			connection.tags(tags);
		}
		if (endUser != null) {
			connection.endUser(endUser);
		}
		return Answer.success();
	}

	private Answer delete(Request request, List<String> path) {
		String connectionId = id(path);
		Query query = request.query();
		String providerConfigKey = query.requiredText("provider_config_key");
		query.allowOnly("provider_config_key");
		Connection connection = this.workspace.connections().find(connectionId, providerConfigKey);
		if (connection == null) {
			throw ApiError.of(400, "unknown_connection");
		}
		this.workspace.delete(connection);
		return Answer.success();
	}

	private void checkIntegration(String providerConfigKey) {
		if (!this.workspace.integrations().has(providerConfigKey)) {
			throw ApiError.of(400, "unknown_provider_config", "Provider does not exists");
		}
	}

	private static String id(List<String> path) {
		String connectionId = path.get(0);
		if (!ID.matcher(connectionId).matches()) {
			throw Violations.ofPath()
				.add("invalid_format", "Invalid string: must match pattern /" + ID_PATTERN + "/", "connectionId")
				.exception();
		}
		return connectionId;
	}

	private static ApiError invalidCredentials(int status, Connection connection, String message) {
		ObjectNode withheld = connection.toJson(Json.object());
		return ApiError.of(status,
				Json.object((it) -> it.put("code", "invalid_credentials")
					.put("message", message)
					.putObject("payload")
					.set("connection", withheld)));
	}

}
