package org.nangospring.sample.nango;

import java.math.BigDecimal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The actions deployed to {@code github}.
 */
final class ActionLibrary {

	static final String INTEGRATION = "github";

	private final Map<String, Action> actions = new LinkedHashMap<>();

	private final PretendProvider provider;

	ActionLibrary(PretendProvider provider) {
		this.provider = provider;
		this.actions.put("create-issue", new Action("Creates an issue in a repository",
				ScriptCatalogue.schema("title", "string"), this::createIssue));
		this.actions.put("whoami",
				new Action("Tells whose connection it is", Json.object().put("type", "object"), this::whoami));
		this.actions.put("add-numbers", new Action("Adds two numbers",
				ScriptCatalogue.schema("a", "number", "b", "number"), ActionLibrary::addNumbers));
		this.actions.put("nothing", new Action("Does nothing and returns nothing", Json.object().put("type", "object"),
				(connection, input) -> NullNode.getInstance()));
	}

	Map<String, Action> of(Integration integration) {
		return integration.uniqueKey().equals(INTEGRATION) ? this.actions : Map.of();
	}

	private JsonNode createIssue(Connection connection, JsonNode input) {
		String title = input.path("title").asString("");
		if (title.isBlank()) {
			throw scriptError("INVALID_INPUT", "title must not be empty", input);
		}
		String fallback = connection.metadata().path("repository").asString("");
		String repository = input.path("repository").asString(fallback);
		if (!repository.matches("[\\w.-]+/[\\w.-]+")) {
			throw scriptError("INVALID_INPUT", "repository must be owner/name, in the input or in the metadata", input);
		}
		ObjectNode body = Json.object().put("title", title);
		JsonNode created = call("POST", "/repos/" + repository + "/issues", body, connection);
		return Json.object((it) -> it.put("id", created.path("id").asInt())
			.put("title", title)
			.put("url", created.path("html_url").asString()));
	}

	private JsonNode whoami(Connection connection, JsonNode input) {
		JsonNode user = call("GET", "/user", null, connection);
		return Json.object(
				(it) -> it.put("login", user.path("login").asString()).put("connectionId", connection.connectionId()));
	}

	private static JsonNode addNumbers(Connection connection, JsonNode input) {
		JsonNode a = input.path("a");
		JsonNode b = input.path("b");
		if (!a.isNumber() || !b.isNumber()) {
			throw scriptError("INVALID_INPUT", "a and b must be numbers", input);
		}
		BigDecimal sum = a.decimalValue().add(b.decimalValue()).stripTrailingZeros();
		// a script would write 7 and 1000, not 7.0 and 1E+3
		return DecimalNode.valueOf((sum.scale() < 0) ? sum.setScale(0) : sum);
	}

	/**
	 * Calls the provider as scripts do: what it refuses ends the script.
	 */
	private JsonNode call(String method, String path, @Nullable ObjectNode body, Connection connection) {
		Map<String, String> headers = Map.of("authorization", connection.credentials().authorization(),
				Answer.CONTENT_TYPE, "application/json");
		Answer answer = this.provider
			.exchange(new Request(method, URI.create(path), headers, (body != null) ? Json.write(body) : new byte[0]));
		JsonNode json = Json.read(answer.body());
		if (answer.status() < 300) {
			return json;
		}
		ObjectNode error = Json.object();
		error.set("payload", json);
		error.put("code", "script_http_error");
		ObjectNode upstream = error.putObject("upstream").put("status", answer.status());
		upstream.putObject("headers").put(Answer.CONTENT_TYPE, answer.headers().get(Answer.CONTENT_TYPE));
		upstream.set("body", json);
		throw ApiError.of(424, error);
	}

	private static ApiError scriptError(String code, String message, JsonNode input) {
		ObjectNode payload = Json.object().put("code", code).put("message", message);
		payload.set("input", input);
		return ApiError.withPayload(500, "action_script_runtime_error", "The action script failed with a runtime error",
				payload);
	}

	/**
	 * An action.
	 *
	 * @param description what it does
	 * @param input the JSON Schema of its input
	 * @param script what runs
	 */
	record Action(String description, ObjectNode input, Script script) {
	}

	/**
	 * The code of an action.
	 */
	@FunctionalInterface
	interface Script {

		JsonNode run(Connection connection, JsonNode input);

	}

}
