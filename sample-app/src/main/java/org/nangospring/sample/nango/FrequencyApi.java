package org.nangospring.sample.nango;

import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code /sync/update-connection-frequency}.
 */
final class FrequencyApi {

	private final Workspace workspace;

	FrequencyApi(Workspace workspace) {
		this.workspace = workspace;
	}

	void register(Router router) {
		router.add("PUT", "/sync/update-connection-frequency", this::update);
	}

	private Answer update(Request request, List<String> path) {
		Fields fields = request.fields();
		String syncName = fields.requiredText("sync_name");
		String providerConfigKey = fields.requiredText("provider_config_key");
		String connectionId = fields.requiredText("connection_id");
		Frequency frequency = frequency(fields);
		fields.allowOnly("sync_name", "sync_variant", "provider_config_key", "connection_id", "frequency");
		if (frequency != null && frequency.isTooShort()) {
			throw ApiError.of(400, "invalid_body", "Sync interval is invalid");
		}
		if (!this.workspace.integrations().has(providerConfigKey)) {
			throw ApiError.of(400, "unknown_provider_config");
		}
		Connection connection = this.workspace.connections().find(connectionId, providerConfigKey);
		if (connection == null) {
			throw ApiError.of(400, "unknown_connection");
		}
		for (SyncJob job : this.workspace.syncs().of(connection)) {
			if (job.is(syncName)) {
				job.schedule().frequency((frequency != null) ? frequency.withoutEvery() : null);
				String text = job.schedule().frequency().text();
				return Answer.json(Json.object((it) -> it.put("frequency", text)));
			}
		}
		throw ApiError.of(400, "unknown_sync");
	}

	/**
	 * The new frequency, where {@code null} means the default. Leaving it out is an
	 * error.
	 */
	private static @Nullable Frequency frequency(Fields fields) {
		JsonNode value = fields.get("frequency");
		if (value.isNull()) {
			return null;
		}
		if (!value.isString()) {
			fields.violations().wrongType("string", value, "frequency");
			return null;
		}
		Frequency frequency = Frequency.parse(value.stringValue());
		if (frequency == null) {
			fields.violations()
				.add("invalid_format", "Invalid string: must match pattern /" + Frequency.PATTERN + "/", "frequency");
		}
		return frequency;
	}

}
