package org.nangospring.test;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * {@code /action/…}.
 */
final class ActionEndpoints {

	private static final String UUIDS = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

	private final MockState state;

	ActionEndpoints(MockState state) {
		this.state = state;
	}

	void register(MockRouter router) {
		router.add("POST", "/action/trigger", (call, path) -> trigger(call));
		router.add("GET", "/action/{id}", (call, path) -> result(String.valueOf(path.get("id"))));
	}

	private MockAnswer trigger(NangoCall call) {
		String name = call.action();
		if (name == null) {
			throw MockError.missing("invalid_body", "action_name");
		}
		MockAction action = action(call, name);
		if (!"true".equals(call.header("X-Async"))) {
			return action.answer(call);
		}
		String id = UUID.randomUUID().toString();
		String url = "/action/" + id;
		this.state.scripts().result(id, action.answer(call));
		return MockAnswer.json(202, MockJson.object().put("id", id).put("statusUrl", url)).header("Location", url);
	}

	private MockAction action(NangoCall call, String name) {
		MockConnection connection = this.state.connections().known(call.integrationId(), call.connectionId());
		MockAction own = (connection != null) ? connection.scripts().action(name) : null;
		MockAction action = (own != null) ? own : this.state.scripts().action(name);
		if (connection != null ? !connection.exists() : action == null) {
			this.state.connections()
				.required(call, MockError.of(400, "unknown_connection", "Failed to find connection"));
		}
		if (action == null) {
			throw MockError.notFound("Action not found").hint("set up nangoMock.action(\"" + name + "\").answers(…)");
		}
		return action;
	}

	/**
	 * A result that is null is not found, neither with a real Nango.
	 */
	private MockAnswer result(String id) {
		if (!id.matches(UUIDS)) {
			throw MockError.invalid("invalid_uri_params", "invalid_format", "Invalid UUID", "id");
		}
		MockAnswer result = this.state.scripts().result(id);
		if (result == null || isNull(result)) {
			throw MockError.notFound("No action '" + id + "' found");
		}
		return result;
	}

	private static boolean isNull(MockAnswer result) {
		return result.status() == 200 && isNull(MockJson.parseOrNull(result.body()));
	}

	private static boolean isNull(tools.jackson.databind.@Nullable JsonNode json) {
		return json == null || json.isNull();
	}

}
