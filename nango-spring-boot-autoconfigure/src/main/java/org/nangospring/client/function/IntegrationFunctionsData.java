package org.nangospring.client.function;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record IntegrationFunctionsData(@JsonProperty("providerConfigKey") String integrationId, @Nullable String provider,
		@JsonProperty("syncs") List<FunctionConfigData> syncConfigs,
		@JsonProperty("actions") List<FunctionConfigData> actionConfigs,
		@JsonProperty("on-events") List<Object> onEvents,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements IntegrationFunctions {

	IntegrationFunctionsData {
		Answers.required(integrationId, "providerConfigKey");
		syncConfigs = Answers.list(syncConfigs);
		actionConfigs = Answers.list(actionConfigs);
		onEvents = Answers.list(onEvents);
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public List<FunctionConfig> syncs() {
		return List.copyOf(this.syncConfigs);
	}

	@Override
	public List<FunctionConfig> actions() {
		return List.copyOf(this.actionConfigs);
	}

}
