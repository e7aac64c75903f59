package org.nangospring.client.connection;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record ConnectionErrorData(String type, @Nullable String logId,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements ConnectionError {

	ConnectionErrorData {
		type = (type != null) ? type : "";
		additionalProperties = Answers.map(additionalProperties);
	}

}
