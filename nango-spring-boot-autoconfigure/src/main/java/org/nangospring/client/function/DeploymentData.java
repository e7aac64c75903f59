package org.nangospring.client.function;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record DeploymentData(String id, RunState status, @Nullable String integrationId, @Nullable String functionName,
		@Nullable FunctionType functionType, @Nullable Instant createdAt, @Nullable Instant updatedAt,
		@Nullable Instant startedAt, @Nullable Instant completedAt, @Nullable Long durationMs, @Nullable String output,
		@Nullable Boolean deployed, List<Map<String, @Nullable Object>> deployedFunctions,
		@Nullable FunctionErrorData error,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements Deployment {

	DeploymentData {
		Answers.required(id, "id");
		Answers.required(status, "status");
		deployedFunctions = Answers.list(deployedFunctions);
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Source and output are not for logs.
	 */
	@Override
	public String toString() {
		return "Deployment[id=" + this.id + ", status=" + this.status + "]";
	}

}
