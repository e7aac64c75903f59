package org.nangospring.client.provider;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record ProviderTemplateData(String name, @Nullable String type, @Nullable String description, List<String> scopes,
		@Nullable Object input,
		@JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> returns,
		Map<String, @Nullable Object> jsonSchema,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements ProviderTemplate {

	ProviderTemplateData {
		Answers.required(name, "name");
		scopes = Answers.list(scopes);
		returns = Answers.list(returns);
		jsonSchema = Answers.map(jsonSchema);
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public String toString() {
		return "ProviderTemplate[name=" + this.name + "]";
	}

	record Many(List<ProviderTemplateData> data) {

		Many {
			Answers.required(data, "data");
		}

	}

}
