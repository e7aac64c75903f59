package org.nangospring.client.environment;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record EnvironmentVariableData(String name, String value,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements EnvironmentVariable {

	EnvironmentVariableData {
		Answers.required(name, "name");
		Answers.required(value, "value");
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public String toString() {
		return "EnvironmentVariable[name=" + this.name + ", value=***]";
	}

}
