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

	static ObjectNode syncEnded(SyncJob job, Instant begun, ObjectNode result, boolean initial) {
		Connection connection = job.connection();
		ObjectNode body = Json.object();
		body.put("connectionId", connection.connectionId());
		body.put("from", "nango");
		body.put("model", job.script().model());
		body.put("modifiedAfter", Timestamps.millisZ(begun));
		body.put("providerConfigKey", connection.integration().uniqueKey());
		body.put("queryTimeStamp", Timestamps.millisZ(begun));
		body.set("responseResults", result);
		body.put("success", true);
		body.put("syncName", job.script().name());
		body.put("syncType", initial ? "INITIAL" : "INCREMENTAL");
		body.put("syncVariant", "base");
		return body.put("type", "sync");
	}

	private static ObjectNode auth(Connection connection, String operation, boolean success) {
		ObjectNode body = Json.object();
		body.put("authMode", connection.credentials().mode());
		body.put("connectionId", connection.connectionId());
		body.put("environment", "dev");
		if (!success) {
			body.putObject("error")
				.put("description",
						"The external API returned an error when trying to refresh the access token. Please try again later.")
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
