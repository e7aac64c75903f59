package org.nangospring.sample.nango;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What lets a user connect an account without the key, or give consent to one again.
 *
 * @param token whoever has it is the user
 * @param allowedIntegrations the integrations to choose from; empty for all
 * @param tags the tags of the connection that will be made
 * @param endUser the user, or null
 * @param defaults what is preset
 * @param reconnected the id of the connection that gets new credentials, or null for a
 * new connection
 * @param expiresAt when it ends
 */
record ConnectSession(String token, List<String> allowedIntegrations, ObjectNode tags, @Nullable ObjectNode endUser,
		ObjectNode defaults, @Nullable String reconnected, Instant expiresAt) {

	boolean allows(Integration integration) {
		return this.allowedIntegrations.isEmpty() || this.allowedIntegrations.contains(integration.uniqueKey());
	}

	ObjectNode toJson() {
		ObjectNode json = Json.object();
		if (this.endUser != null) {
			json.set("endUser", this.endUser);
		}
		if (this.reconnected != null) {
			json.put("isReconnecting", true);
		}
		ObjectNode look = json.putObject("connectUISettings").put("showWatermark", true).put("defaultTheme", "system");
		look.putObject("theme").putObject("light").put("primary", "#00B2E3");
		look.withObject("/theme").putObject("dark").put("primary", "#00B2E3");
		if (!this.allowedIntegrations.isEmpty()) {
			json.set("allowed_integrations", Json.texts(this.allowedIntegrations.toArray(new String[0])));
		}
		if (!this.defaults.isEmpty()) {
			json.set("integrations_config_defaults", this.defaults);
		}
		return json.put("websocketsPath", "/");
	}

}
