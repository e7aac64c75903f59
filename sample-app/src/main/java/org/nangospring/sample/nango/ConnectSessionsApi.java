package org.nangospring.sample.nango;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /connect/sessions}, with the key, and {@code /connect/session}, with the token
 * of a session.
 */
final class ConnectSessionsApi {

	private static final int MAXIMUM_TAGS = 10;

	private static final String PREFIX = "Bearer ";

	private final Workspace workspace;

	private final ConnectSessionStore sessions;

	ConnectSessionsApi(Workspace workspace, ConnectSessionStore sessions) {
		this.workspace = workspace;
		this.sessions = sessions;
	}

	void register(Router router) {
		router.add("POST", "/connect/sessions", this::create);
		router.add("GET", "/connect/session", this::get);
		router.add("DELETE", "/connect/session", this::delete);
	}

	private Answer create(Request request, List<String> path) {
		Fields fields = request.fields();
		List<String> allowed = allowedIntegrations(fields);
		ObjectNode tags = fields.has("tags") ? fields.requiredRecord("tags") : Json.object();
		if (tags.size() > MAXIMUM_TAGS) {
			fields.violations().add("custom", "Tags cannot contain more than 10 keys", "tags");
		}
		ObjectNode endUser = fields.has("end_user") ? fields.requiredRecord("end_user") : null;
		if (endUser != null && !endUser.path("id").isString()) {
			fields.violations().wrongType("string", endUser.path("id"), "end_user", "id");
		}
		ObjectNode defaults = fields.has("integrations_config_defaults")
				? fields.requiredRecord("integrations_config_defaults") : Json.object();
		for (String integration : defaults.propertyNames()) {
			checkIntegration(integration, fields, "integrations_config_defaults", integration);
		}
		fields.allowOnly("end_user", "organization", "tags", "allowed_integrations", "integrations_config_defaults",
				"overrides", "webhook_url_override");
		if (fields.has("overrides")) {
			throw ApiError.of(403, "forbidden", "You are not allowed to override the docs connect url");
		}
		ConnectSession session = this.sessions.create(allowed, tags, endUser, defaults);
		return Answer.json(201,
				Json.object((it) -> it.putObject("data")
					.put("token", session.token())
					.put("connect_link", ConnectPage.link(this.workspace.host(), session))
					.put("expires_at", Timestamps.millisZ(session.expiresAt()))));
	}

	private Answer get(Request request, List<String> path) {
		ConnectSession session = session(request);
		return Answer.json(Json.object((it) -> it.set("data", session.toJson())));
	}

	private Answer delete(Request request, List<String> path) {
		this.sessions.end(session(request));
		return Answer.empty(204);
	}

	private List<String> allowedIntegrations(Fields fields) {
		JsonNode value = fields.get("allowed_integrations");
		if (value.isMissingNode()) {
			return List.of();
		}
		if (!value.isArray()) {
			fields.violations().wrongType("array", value, "allowed_integrations");
			return List.of();
		}
		List<String> names = new ArrayList<>();
		for (JsonNode name : value) {
			checkIntegration(name.asString(""), fields, "allowed_integrations", Integer.toString(names.size()));
			names.add(name.asString(""));
		}
		return names;
	}

	private void checkIntegration(String name, Fields fields, String... path) {
		if (!this.workspace.integrations().has(name)) {
			fields.violations().add("custom", "Integration does not exist", path);
		}
	}

	private ConnectSession session(Request request) {
		ConnectSession session = this.sessions.find(token(request.header("authorization")));
		if (session == null) {
			throw ApiError.withPayload(401, "unknown_connect_session_token",
					"Authentication failed. The provided connect session token does not match any account.",
					Json.object());
		}
		return session;
	}

	private static @Nullable String token(@Nullable String authorization) {
		return (authorization != null && authorization.startsWith(PREFIX)) ? authorization.substring(PREFIX.length())
				: null;
	}

}
