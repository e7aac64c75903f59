package org.nangospring.sample.nango;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code /sync}, without the frequency.
 */
final class SyncsApi {

	private static final String CLEAR_CACHE = "full_refresh_and_clear_cache";

	private static final Set<String> MODES = Set.of("incremental", "full_refresh", CLEAR_CACHE);

	private final Workspace workspace;

	SyncsApi(Workspace workspace) {
		this.workspace = workspace;
	}

	void register(Router router) {
		router.add("GET", "/sync/status", this::status);
		router.add("POST", "/sync/trigger", this::trigger);
		router.add("POST", "/sync/pause", this::pause);
		router.add("POST", "/sync/start", this::start);
	}

	private Answer status(Request request, List<String> path) {
		Query query = request.query();
		String syncs = query.requiredText("syncs");
		String providerConfigKey = query.requiredText("provider_config_key");
		String connectionId = query.text("connection_id");
		query.allowOnly("syncs", "provider_config_key", "connection_id");
		Integration integration = integration(providerConfigKey);
		Connection connection = null;
		if (connectionId != null) {
			connection = this.workspace.connections().find(connectionId, providerConfigKey);
			if (connection == null) {
				throw ApiError.of(400, "invalid_body", "Connection not found");
			}
		}
		List<String> references = syncs.equals("*") ? List.of() : Arrays.asList(syncs.split(","));
		List<ObjectNode> rows = named(jobs(integration, connection), references).stream().map(SyncJob::toJson).toList();
		return Answer.json(Json.object((it) -> it.set("syncs", Json.array(rows))));
	}

	private Answer trigger(Request request, List<String> path) {
		Instant now = this.workspace.now();
		Fields fields = request.fields();
		JsonNode mode = fields.get("sync_mode");
		if (!mode.isMissingNode() && !MODES.contains(mode.asString(""))) {
			fields.violations()
				.add("invalid_value",
						"Invalid option: expected one of \"incremental\"|\"full_refresh\"|\"" + CLEAR_CACHE + "\"",
						"sync_mode");
		}
		JsonNode options = fields.get("opts");
		boolean clear = mode.asString("").equals(CLEAR_CACHE)
				|| (options.path("reset").asBoolean(false) && options.path("emptyCache").asBoolean(false));
		return forEach(fields, (job) -> job.trigger(now, clear), "provider_config_key", "connection_id", "syncs",
				"sync_mode", "full_resync", "opts");
	}

	private Answer pause(Request request, List<String> path) {
		return forEach(request.fields(), (job) -> job.schedule().pause(), "provider_config_key", "connection_id",
				"syncs");
	}

	/**
	 * Only ends a pause: the next run is when the schedule says so.
	 */
	private Answer start(Request request, List<String> path) {
		Instant now = this.workspace.now();
		return forEach(request.fields(), (job) -> job.schedule().start(now), "provider_config_key", "connection_id",
				"syncs");
	}

	private Answer forEach(Fields fields, Consumer<SyncJob> command, String... known) {
		String providerConfigKey = fields.requiredText("provider_config_key");
		String connectionId = fields.text("connection_id");
		JsonNode syncs = fields.get("syncs");
		if (!syncs.isArray()) {
			fields.violations().wrongType("array", syncs, "syncs");
		}
		fields.allowOnly(known);
		Integration integration = integration(providerConfigKey);
		Connection connection = (connectionId != null) ? connection(connectionId, providerConfigKey) : null;
		List<String> references = syncs.valueStream().map(SyncsApi::reference).toList();
		List<SyncJob> jobs = named(jobs(integration, connection), references);
		if (jobs.isEmpty()) {
			throw ApiError.withPayload(400, "no_syncs_found", "No syncs found given the inputs.", Json.object());
		}
		jobs.forEach(command);
		return Answer.success();
	}

	private List<SyncJob> jobs(Integration integration, @Nullable Connection connection) {
		return (connection != null) ? this.workspace.syncs().of(connection) : this.workspace.syncs().of(integration);
	}

	private static List<SyncJob> named(List<SyncJob> jobs, List<String> references) {
		return jobs.stream().filter((job) -> references.isEmpty() || references.stream().anyMatch(job::is)).toList();
	}

	private static String reference(JsonNode sync) {
		return sync.isObject() ? sync.path("name").asString("") + "::" + sync.path("variant").asString("base")
				: sync.asString("");
	}

	private Integration integration(String providerConfigKey) {
		Integration integration = this.workspace.integrations().find(providerConfigKey);
		if (integration == null) {
			throw ApiError.withPayload(400, "unknown_provider_config",
					"There is no Provider Configuration matching this key. Please make sure this value exists in the Nango dashboard {}",
					Json.object());
		}
		return integration;
	}

	private Connection connection(String connectionId, String providerConfigKey) {
		Connection connection = this.workspace.connections().find(connectionId, providerConfigKey);
		if (connection == null) {
			throw ApiError.withPayload(404, "unknown_connection", """
					No connection matching the provided params of 'connection_id' and 'provider_config_key'. \
					Please make sure these values exist in the Nango dashboard {
					  "connectionId": "%s",
					  "providerConfigKey": "%s"
					}""".formatted(connectionId, providerConfigKey), Json
				.object((it) -> it.put("connectionId", connectionId).put("providerConfigKey", providerConfigKey)));
		}
		return connection;
	}

}
