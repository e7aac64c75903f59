package org.nangospring.client.connect;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record ConnectSessionInfoData(@JsonProperty("allowed_integrations") List<String> allowedIntegrations,
		@JsonProperty("integrations_config_defaults") Map<String, @Nullable Object> integrationsConfigDefaults,
		@Nullable Map<String, @Nullable Object> endUser,
		@JsonProperty("connectUISettings") Map<String, @Nullable Object> connectUiSettings,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements ConnectSessionInfo {

	ConnectSessionInfoData {
		allowedIntegrations = Answers.list(allowedIntegrations);
		integrationsConfigDefaults = Answers.map(integrationsConfigDefaults);
		endUser = (endUser != null) ? Answers.map(endUser) : null;
		connectUiSettings = Answers.map(connectUiSettings);
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Presets may hold client secrets, the user is the application's own.
	 */
	@Override
	public String toString() {
		return "ConnectSessionInfo[allowedIntegrations=" + this.allowedIntegrations + "]";
	}

	record One(ConnectSessionInfoData data) {

		One {
			Answers.required(data, "data");
		}

	}

}
