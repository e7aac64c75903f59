package org.nangospring.sample.nango;

import java.time.Instant;

import tools.jackson.databind.node.ObjectNode;

/**
 * What Nango tells by webhook. Like Nango, with the names in their order; and like Nango,
 * nothing about connections that are deleted.
 */
final class WebhookBodies {

	private WebhookBodies() {
	}

	static ObjectNode connected(Connection connection, boolean again) {
		return auth(connection, again ? "override" : "creation", true);
	}

	static ObjectNode refreshFailed(Connection connection) {
		return auth(connection, "refresh", false);
	}

	static ObjectNode actionEnded(Connection connection, String id, String statusUrl) {
		ObjectNode body = Json.object();
		body.put("connectionId", connection.connectionId());
		body.put("from", "nango");
		body.putObject("payload").put("id", id).put("statusUrl", statusUrl);
		body.put("providerConfigKey", connection.integration().uniqueKey());
		return body.put("type", "async_action");
	}

	static ObjectNode syncEnded(SyncJob job, SyncRun run) {
		Connection connection = job.connection();
		String failure = run.failure();
		String begun = Timestamps.millisZ(run.begunAt());
		ObjectNode body = Json.object();
		body.put("connectionId", connection.connectionId());
		if (failure != null) {
			body.set("error", scriptError(failure));
			body.put("failedAt", Timestamps.millisZ(run.endsAt()));
		}
		body.put("from", "nango");
		body.put("model", job.script().model());
		if (failure == null) {
			body.put("modifiedAfter", begun);
		}
		body.put("providerConfigKey", connection.integration().uniqueKey());
		if (failure == null) {
			body.put("queryTimeStamp", begun);
			body.set("responseResults", run.result());
		}
		else {
			body.put("startedAt", begun);
		}
		body.put("success", failure == null);
		body.put("syncName", job.script().name());
		body.put("syncType", run.isInitial() ? "INITIAL" : "INCREMENTAL");
		body.put("syncVariant", "base");
		return body.put("type", "sync");
	}

	private static ObjectNode scriptError(String message) {
		ObjectNode error = Json.object().put("description", "An internal error occurred during the script execution");
		error.putObject("payload")
			.put("message", message)
			.put("name", "Error")
			.putArray("stacktrace")
			.add("Error: " + message);
		return error.put("type", "script_error");
	}

	private static ObjectNode auth(Connection connection, String operation, boolean success) {
		ObjectNode body = Json.object();
		body.put("authMode", connection.credentials().mode());
		body.put("connectionId", connection.connectionId());
		body.put("environment", "dev");
		if (!success) {
			body.putObject("error")
				.put("description", Credentials.REFRESH_FAILED)
				.put("type", "refresh_token_external_error");
		}
		body.put("from", "nango");
		body.put("operation", operation);
		body.put("provider", connection.integration().provider().id());
		body.put("providerConfigKey", connection.integration().uniqueKey());
		body.put("success", success);
		body.set("tags", connection.tagsJson());
		return body.put("type", "auth");
	}

}
