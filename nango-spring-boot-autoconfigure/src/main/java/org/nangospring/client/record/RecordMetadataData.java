package org.nangospring.client.record;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

@JsonNaming(SnakeCaseStrategy.class)
record RecordMetadataData(@Nullable Instant firstSeenAt, @Nullable Instant lastModifiedAt, RecordAction lastAction,
		@Nullable Instant deletedAt, @Nullable Instant prunedAt, String cursor,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements RecordMetadata {

	RecordMetadataData {
		Answers.required(lastAction, "last_action");
		Answers.required(cursor, "cursor");
		additionalProperties = Answers.map(additionalProperties);
	}

}
