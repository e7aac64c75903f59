package org.nangospring.client.function;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record DryRunData(String id, RunState status, @Nullable String integrationId, @Nullable FunctionType functionType,
		@Nullable Instant createdAt, @Nullable Instant updatedAt, @Nullable Instant startedAt,
		@Nullable Instant completedAt, @Nullable Long durationMs, @Nullable String output, @Nullable Object result,
		@Nullable FunctionErrorData error,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements DryRun {

	DryRunData {
		Answers.required(id, "id");
		Answers.required(status, "status");
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Output and result are the provider's data.
	 */
	@Override
	public String toString() {
		return "DryRun[id=" + this.id + ", status=" + this.status + "]";
	}

}
