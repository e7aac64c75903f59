package org.nangospring.client.environment;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record EnvironmentSummaryData(long id, String name,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements EnvironmentSummary {

	EnvironmentSummaryData {
		Answers.required(name, "name");
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public String toString() {
		return "EnvironmentSummary[id=" + this.id + ", name=" + this.name + "]";
	}

	record One(EnvironmentSummaryData data) {

		One {
			Answers.required(data, "data");
		}

	}

}
