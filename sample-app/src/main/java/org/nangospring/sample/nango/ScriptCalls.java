package org.nangospring.sample.nango;

import java.net.URI;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Calls the provider as scripts do: what it refuses ends the script.
 */
final class ScriptCalls {

	private final PretendProvider provider;

	ScriptCalls(PretendProvider provider) {
		this.provider = provider;
	}

	JsonNode call(String method, String path, @Nullable ObjectNode body, Connection connection) {
		Map<String, String> headers = Map.of("authorization", connection.credentials().authorization(),
				Answer.CONTENT_TYPE, "application/json");
		Answer answer = this.provider
			.exchange(new Request(method, URI.create(path), headers, (body != null) ? Json.write(body) : new byte[0]));
		if (answer.status() < 300) {
			return Json.read(answer.body());
		}
		throw refused(answer);
	}

	/**
	 * How a script ends that was refused what it asked for.
	 * @param answer the refusal
	 * @return the error of the script
	 */
	static ApiError refused(Answer answer) {
		JsonNode json = Json.read(answer.body());
		ObjectNode error = Json.object();
		error.set("payload", json);
		error.put("code", "script_http_error");
		ObjectNode upstream = error.putObject("upstream").put("status", answer.status());
		upstream.putObject("headers").put(Answer.CONTENT_TYPE, answer.headers().get(Answer.CONTENT_TYPE));
		upstream.set("body", json);
		return ApiError.of(424, error);
	}

	static ApiError error(String code, String message, JsonNode input) {
		ObjectNode payload = Json.object().put("code", code).put("message", message);
		payload.set("input", input);
		return ApiError.withPayload(500, "action_script_runtime_error", "The action script failed with a runtime error",
				payload);
	}

}
