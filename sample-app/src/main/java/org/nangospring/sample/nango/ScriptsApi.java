package org.nangospring.sample.nango;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /scripts/config}.
 */
final class ScriptsApi {

	// of the scripts and of what they were written with
	private static final String VERSION = "1.0.0";

	private final Workspace workspace;

	private final ActionLibrary actions;

	private final String deployedAt;

	private final Map<String, Integer> ids = new HashMap<>();

	ScriptsApi(Workspace workspace) {
		this.workspace = workspace;
		this.actions = new ActionLibrary(workspace.provider());
		this.deployedAt = Timestamps.millisZ(workspace.now());
	}

	void register(Router router) {
		router.add("GET", "/scripts/config", this::config);
	}

	private Answer config(Request request, List<String> path) {
		boolean openai = "openai".equals(request.query().text("format"));
		return Answer.json(openai ? Json.object((it) -> it.set("data", functions())) : byIntegration());
	}

	private ArrayNode byIntegration() {
		List<ObjectNode> entries = new ArrayList<>();
		for (Integration integration : this.workspace.integrations().all()) {
			ArrayNode actionRows = Json.array();
			this.actions.of(integration).forEach((name, action) -> actionRows.add(action(name, action)));
			ArrayNode syncRows = Json.array();
			this.workspace.syncs().catalogue().of(integration).forEach((script) -> syncRows.add(sync(script)));
			if (!actionRows.isEmpty() || !syncRows.isEmpty()) {
				ObjectNode entry = Json.object();
				entry.set("actions", actionRows);
				entry.put("providerConfigKey", integration.uniqueKey());
				entry.put("provider", integration.provider().id());
				entry.set("syncs", syncRows);
				entry.set("on-events", Json.array());
				entries.add(entry);
			}
		}
		return Json.array(entries);
	}

	private ArrayNode functions() {
		ArrayNode functions = Json.array();
		for (Integration integration : this.workspace.integrations().all()) {
			this.actions.of(integration)
				.forEach((name, action) -> functions.addObject()
					.put("type", "function")
					.putObject("function")
					.put("name", name)
					.put("description", action.description())
					.set("parameters", action.input()));
		}
		return functions;
	}

	private ObjectNode action(String name, ActionLibrary.Action action) {
		String model = "ActionInput_" + camelCase(name);
		ObjectNode json = script(name, "action", action.description(), "POST", model, action.input());
		json.set("returns", Json.array());
		return json.put("input", model);
	}

	private ObjectNode sync(SyncScript script) {
		ObjectNode json = script(script.name(), "sync", "Keeps " + script.model() + " up to date", "GET",
				script.model(), script.modelSchema());
		json.set("returns", Json.texts(script.model()));
		return json.put("sync_type", "incremental")
			.put("auto_start", true)
			.put("runs", script.frequency())
			.put("track_deletes", true);
	}

	private ObjectNode script(String name, String type, String description, String method, String model,
			ObjectNode schema) {
		ObjectNode json = Json.object();
		json.put("id", this.ids.computeIfAbsent(type + "/" + name, (key) -> this.ids.size() + 1));
		json.put("name", name);
		json.put("type", type);
		json.put("description", description);
		json.putObject("attributes");
		json.putArray("scopes");
		json.put("version", VERSION);
		json.put("source", "repo");
		json.putArray("endpoints").addObject().put("method", method).put("path", "/" + name);
		json.put("sdk_version", VERSION);
		json.put("enabled", true);
		json.put("last_deployed", this.deployedAt);
		json.putArray("webhookSubscriptions");
		json.putObject("json_schema").putObject("definitions").set(model, schema);
		json.putArray("models").addObject().put("name", model).putArray("fields");
		json.putArray("features");
		return json;
	}

	private static String camelCase(String name) {
		return Arrays.stream(name.split("-"))
			.map((word) -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
			.collect(Collectors.joining());
	}

}
