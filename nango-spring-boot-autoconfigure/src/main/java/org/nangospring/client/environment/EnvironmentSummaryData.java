package org.nangospring.client.environment;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.nangospring.client.http.Answers;

record EnvironmentSummaryData(long id, String name,
		@JsonAnySetter Map<String, Object> additionalProperties) implements EnvironmentSummary {

	EnvironmentSummaryData {
		Answers.required(name, "name");
		additionalProperties = Answers.map(additionalProperties);
	}

	record One(EnvironmentSummaryData data) {

		One {
			Answers.required(data, "data");
		}

	}

}
