package org.nangospring.sample.nango;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /connect/sessions}, with the key, and {@code /connect/session}, with the token
 * of a session.
 */
final class ConnectSessionsApi {

	private static final int MAXIMUM_TAGS = 10;

	private static final int SHORTEST_EMAIL = 5;

	private static final String PREFIX = "Bearer ";

	private static final List<String> FIELDS = List.of("end_user", "organization", "tags",
			"integrations_config_defaults", "overrides", "webhook_url_override");

	private final Workspace workspace;

	private final ConnectSessionStore sessions;

	ConnectSessionsApi(Workspace workspace, ConnectSessionStore sessions) {
		this.workspace = workspace;
		this.sessions = sessions;
	}

	void register(Router router) {
		router.add("POST", "/connect/sessions", this::create);
		router.add("POST", "/connect/sessions/reconnect", this::reconnect);
		router.add("GET", "/connect/session", this::get);
		router.add("DELETE", "/connect/session", this::delete);
	}

	private Answer create(Request request, List<String> path) {
		Fields fields = request.fields();
		List<String> allowed = allowedIntegrations(fields);
		ConnectSession session = begin(fields, allowed, null, "allowed_integrations");
		return created(session);
	}

	private Answer reconnect(Request request, List<String> path) {
		Fields fields = request.fields();
		String connectionId = fields.requiredText("connection_id");
		String integrationId = fields.requiredText("integration_id");
		ConnectSession session = begin(fields, List.of(integrationId), connectionId, "connection_id", "integration_id");
		if (this.workspace.connections().find(connectionId, integrationId) == null) {
			this.sessions.end(session);
			throw ApiError.of(400, "invalid_body", "ConnectionID or IntegrationId does not exists");
		}
		return created(session);
	}

	private ConnectSession begin(Fields fields, List<String> allowed, @Nullable String reconnected, String... others) {
		ObjectNode tags = ImportApi.tags(fields);
		if (tags.size() > MAXIMUM_TAGS) {
			fields.violations().add("custom", "Tags cannot contain more than 10 keys", "tags");
		}
		ObjectNode endUser = fields.has("end_user") ? fields.requiredRecord("end_user") : null;
		if (endUser != null) {
			checkUser(endUser, fields.violations());
		}
		ObjectNode defaults = fields.has("integrations_config_defaults")
				? fields.requiredRecord("integrations_config_defaults") : Json.object();
		for (String integration : defaults.propertyNames()) {
			checkIntegration(integration, fields, "integrations_config_defaults", integration);
		}
		fields.allowOnly(Stream.concat(FIELDS.stream(), Arrays.stream(others)).toArray(String[]::new));
		if (fields.has("overrides")) {
			throw ApiError.of(403, "forbidden", "You are not allowed to override the docs connect url");
		}
		return this.sessions.create(allowed, tags, endUser, defaults, reconnected);
	}

	private Answer created(ConnectSession session) {
		return Answer.json(201,
				Json.object((it) -> it.putObject("data")
					.put("token", session.token())
					.put("connect_link", ConnectPage.link(this.workspace.host(), session))
					.put("expires_at", Timestamps.millisZ(session.expiresAt()))));
	}

	private static void checkUser(ObjectNode endUser, Violations violations) {
		if (!endUser.path("id").isString()) {
			violations.wrongType("string", endUser.path("id"), "end_user", "id");
		}
		JsonNode email = endUser.path("email");
		if (email.isString() && !email.stringValue().matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")) {
			violations.add("invalid_format", "Invalid email address", "end_user", "email");
		}
		if (email.isString() && email.stringValue().length() < SHORTEST_EMAIL) {
			violations.add("too_small", "Too small: expected string to have >=" + SHORTEST_EMAIL + " characters",
					"end_user", "email");
		}
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
