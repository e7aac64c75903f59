package org.nangospring.sample.nango;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The actions deployed to {@code github} and {@code slack}.
 */
final class ActionLibrary {

	private final Map<String, Action> actions = new LinkedHashMap<>();

	private final ScriptCalls calls;

	private final Map<String, Action> slack;

	ActionLibrary(PretendProvider provider) {
		this.calls = new ScriptCalls(provider);
		this.slack = Map.of("send-message", new Action("Sends a message to a person or a channel",
				ScriptCatalogue.schema("channel", "string", "text", "string"), this::sendMessage));
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
		return switch (integration.uniqueKey()) {
			case "github" -> this.actions;
			case "slack" -> this.slack;
			default -> Map.of();
		};
	}

	private JsonNode createIssue(Connection connection, JsonNode input) {
		String title = input.path("title").asString("");
		if (title.isBlank()) {
			throw ScriptCalls.error("INVALID_INPUT", "title must not be empty", input);
		}
		String fallback = connection.metadata().path("repository").asString("");
		String repository = input.path("repository").asString(fallback);
		if (!repository.matches("[\\w.-]+/[\\w.-]+")) {
			throw ScriptCalls.error("INVALID_INPUT", "repository must be owner/name, in the input or in the metadata",
					input);
		}
		ObjectNode body = Json.object().put("title", title);
		JsonNode created = this.calls.call("POST", "/repos/" + repository + "/issues", body, connection);
		return Json.object((it) -> it.put("id", created.path("id").asInt())
			.put("title", title)
			.put("url", created.path("html_url").asString()));
	}

	private JsonNode whoami(Connection connection, JsonNode input) {
		JsonNode user = this.calls.call("GET", "/user", null, connection);
		return Json.object(
				(it) -> it.put("login", user.path("login").asString()).put("connectionId", connection.connectionId()));
	}

	private JsonNode sendMessage(Connection connection, JsonNode input) {
		if (input.path("channel").asString("").isBlank()) {
			throw ScriptCalls.error("INVALID_INPUT", "channel must not be empty", input);
		}
		return this.calls.call("POST", "/chat.postMessage",
				Json.object((it) -> it.put("channel", input.path("channel").asString(""))
					.put("text", input.path("text").asString(""))),
				connection);
	}

	private static JsonNode addNumbers(Connection connection, JsonNode input) {
		JsonNode a = input.path("a");
		JsonNode b = input.path("b");
		if (!a.isNumber() || !b.isNumber()) {
			throw ScriptCalls.error("INVALID_INPUT", "a and b must be numbers", input);
		}
		BigDecimal sum = a.decimalValue().add(b.decimalValue()).stripTrailingZeros();
		// a script would write 7 and 1000, not 7.0 and 1E+3
		return DecimalNode.valueOf((sum.scale() < 0) ? sum.setScale(0) : sum);
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
