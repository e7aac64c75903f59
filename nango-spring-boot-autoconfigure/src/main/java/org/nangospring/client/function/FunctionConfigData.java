package org.nangospring.client.function;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record FunctionConfigData(@Nullable Long id, String name, @Nullable String type, @Nullable String description,
		@Nullable Boolean enabled, @Nullable String runs, @Nullable Boolean trackDeletes, @Nullable Boolean autoStart,
		@JsonProperty("is_public") @Nullable Boolean isPublic, @Nullable Boolean preBuilt,
		@Nullable Instant lastDeployed, @Nullable String version, @Nullable String source, @Nullable String sdkVersion,
		@Nullable Object input,
		@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> returns, List<String> scopes,
		List<Map<String, @Nullable Object>> endpoints, List<Map<String, @Nullable Object>> models,
		@JsonProperty("webhookSubscriptions") List<String> webhookSubscriptions, List<String> features,
		Map<String, @Nullable Object> jsonSchema, Map<String, @Nullable Object> attributes,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements FunctionConfig {

	FunctionConfigData {
		Answers.required(name, "name");
		returns = Answers.list(returns);
		scopes = Answers.list(scopes);
		endpoints = Answers.list(endpoints);
		models = Answers.list(models);
		webhookSubscriptions = Answers.list(webhookSubscriptions);
		features = Answers.list(features);
		jsonSchema = Answers.map(jsonSchema);
		attributes = Answers.map(attributes);
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Without schemas and models, which fill pages.
	 */
	@Override
	public String toString() {
		return "FunctionConfig[name=" + this.name + ", type=" + this.type + ", version=" + this.version + "]";
	}

}
