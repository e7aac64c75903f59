package org.nangospring.client.function;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record CompiledFunctionData(String bundledJs, long bundleSizeBytes, @Nullable Instant compiledAt,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements CompiledFunction {

	CompiledFunctionData {
		Answers.required(bundledJs, "bundled_js");
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Source and output are not for logs.
	 */
	@Override
	public String toString() {
		return "CompiledFunction[bundleSizeBytes=" + this.bundleSizeBytes + "]";
	}

}
