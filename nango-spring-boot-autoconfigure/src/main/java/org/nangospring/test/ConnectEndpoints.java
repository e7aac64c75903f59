package org.nangospring.test;

import java.time.Duration;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpHeaders;

/**
 * {@code /connect/…}.
 */
final class ConnectEndpoints {

	static final String SESSION = "/connect/session";

	private static final Duration LIFETIME = Duration.ofMinutes(30);

	private static final String INVALID = "invalid_body";

	private final MockState state;

	ConnectEndpoints(MockState state) {
		this.state = state;
	}

	void register(MockRouter router) {
		router.add("POST", "/connect/sessions", (call, path) -> create(call));
		router.add("POST", "/connect/sessions/reconnect", (call, path) -> reconnect(call));
		router.add("GET", SESSION, (call, path) -> get(call));
		router.add("DELETE", SESSION, (call, path) -> delete(call));
	}

	private MockAnswer create(NangoCall call) {
		JsonNode body = body(call);
		JsonNode allowed = body.path("allowed_integrations");
		for (int i = 0; i < allowed.size(); i++) {
			String id = allowed.path(i).asString();
			if (this.state.integrations().known(id) == null) {
				throw MockError
					.invalid(INVALID, "custom", "Integration does not exist", "allowed_integrations",
							Integer.toString(i))
					.hint(MockIntegrations.hint(id));
			}
		}
		return session(body);
	}

	private MockAnswer reconnect(NangoCall call) {
		String integrationId = call.text("integration_id");
		this.state.connections()
			.required(integrationId, call.text("connection_id"),
					MockError.of(400, INVALID, "ConnectionID or IntegrationId does not exists"));
		ObjectNode settings = MockJson.object();
		settings.setAll((ObjectNode) body(call));
		settings.putArray("allowed_integrations").add(integrationId);
		return session(settings);
	}

	private MockAnswer session(JsonNode settings) {
		String token = "nango_connect_session_" + (UUID.randomUUID() + "" + UUID.randomUUID()).replace("-", "");
		this.state.sessions().put(token, settings);
		ObjectNode json = MockJson.object();
		json.putObject("data")
			.put("token", token)
			.put("connect_link", "http://127.0.0.1/?session_token=" + token)
			.put("expires_at", MockClock.millisZ(this.state.clock().now().plus(LIFETIME)));
		return MockAnswer.json(201, json);
	}

	private MockAnswer get(NangoCall call) {
		JsonNode settings = known(call);
		ObjectNode json = MockJson.object();
		ObjectNode data = json.putObject("data");
		if (settings.get("end_user") instanceof ObjectNode endUser) {
			data.set("endUser", endUser);
		}
		data.putObject("connectUISettings").put("showWatermark", true).put("defaultTheme", "system");
		for (String name : new String[] { "allowed_integrations", "integrations_config_defaults" }) {
			if (settings.has(name)) {
				data.set(name, settings.get(name));
			}
		}
		return MockAnswer.json(json);
	}

	private MockAnswer delete(NangoCall call) {
		known(call);
		this.state.sessions().remove(token(call));
		return MockAnswer.empty(204);
	}

	private JsonNode known(NangoCall call) {
		JsonNode settings = this.state.sessions().get(token(call));
		if (settings == null) {
			throw MockError.of(401, "unknown_connect_session_token",
					"Authentication failed. The provided connect session token does not match any account.",
					MockJson.object());
		}
		return settings;
	}

	private static JsonNode body(NangoCall call) {
		if (call.json() instanceof ObjectNode body) {
			return body;
		}
		throw MockError.invalid(INVALID, "invalid_type", "Invalid input: expected object, received undefined");
	}

	private static @Nullable String token(NangoCall call) {
		String authorization = call.header(HttpHeaders.AUTHORIZATION);
		return (authorization != null) ? authorization.replaceFirst("^Bearer ", "") : null;
	}

}
