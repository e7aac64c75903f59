package org.nangospring.sample.nango;

import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code /action}: waiting for the output, or fetching it later.
 */
final class ActionsApi {

	private static final Set<String> YES = Set.of("true", "1", "yes", "on", "y", "enabled");

	private static final Set<String> NO = Set.of("false", "0", "no", "off", "n", "disabled");

	private final Workspace workspace;

	private final ActionLibrary library;

	ActionsApi(Workspace workspace) {
		this.workspace = workspace;
		this.library = new ActionLibrary(workspace.provider());
	}

	void register(Router router) {
		router.add("POST", "/action/trigger", this::trigger);
		router.add("GET", "/action/*", this::result);
	}

	private Answer trigger(Request request, List<String> path) {
		Violations violations = Violations.ofHeaders();
		ConnectionHeaders headers = ConnectionHeaders.of(request, violations);
		String async = request.header("x-async");
		if (async != null && !YES.contains(async) && !NO.contains(async)) {
			violations.add("invalid_value",
					"Invalid option: expected one of \"true\"|\"1\"|\"yes\"|\"on\"|\"y\"|\"enabled\"|\"false\"|\"0\"|\"no\"|\"off\"|\"n\"|\"disabled\"",
					"x-async");
		}
		violations.throwIfAny();
		Fields fields = request.fields();
		String name = fields.requiredText("action_name");
		fields.violations().throwIfAny();
		Connection connection = this.workspace.connections().find(headers.connectionId(), headers.providerConfigKey());
		if (connection == null) {
			throw ApiError.of(400, "unknown_connection", "Failed to find connection");
		}
		ActionLibrary.Action action = this.library.of(connection.integration()).get(name);
		if (action == null) {
			throw ApiError.notFound("Action not found");
		}
		JsonNode input = fields.has("input") ? fields.get("input") : Json.object();
		switch (this.workspace.use(connection, false)) {
			case FAILED, BACKING_OFF -> throw ScriptCalls
				.refused(ApiError.of(424, "connection_refresh_backoff", Credentials.BACKING_OFF).answer());
			case VALID, REFRESHED -> {
				// go on
			}
		}
		return (async != null && YES.contains(async)) ? later(action, connection, input)
				: Answer.json(action.script().run(connection, input));
	}

	private Answer later(ActionLibrary.Action action, Connection connection, JsonNode input) {
		String id = UUID.randomUUID().toString();
		this.workspace.outcomes().add(id, connection, outcome(action, connection, input));
		String statusUrl = ActionOutcomes.statusUrl(id);
		return Answer.json(202, Json.object((it) -> it.put("id", id).put("statusUrl", statusUrl)))
			.with("location", statusUrl);
	}

	private static @Nullable Answer outcome(ActionLibrary.Action action, Connection connection, JsonNode input) {
		try {
			JsonNode output = action.script().run(connection, input);
			// Nango never finds an output that is null
			return output.isNull() ? null : Answer.json(output);
		}
		catch (ApiError ex) {
			return ex.answer();
		}
	}

	private Answer result(Request request, List<String> path) {
		String id = path.get(0);
		if (!id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
			throw Violations.ofPath().add("invalid_format", "Invalid UUID", "id").exception();
		}
		Answer outcome = this.workspace.outcomes().find(id);
		if (outcome == null) {
			throw ApiError.notFound("No action '" + id + "' found");
		}
		return outcome;
	}

}
