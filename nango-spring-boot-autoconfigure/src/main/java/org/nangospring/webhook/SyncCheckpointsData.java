package org.nangospring.webhook;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record SyncCheckpointsData(@Nullable Object from, @Nullable Object to,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements SyncCheckpoints {

	SyncCheckpointsData {
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * Without the checkpoints, which are the script's own.
	 */
	@Override
	public String toString() {
		return "SyncCheckpoints[***]";
	}

}
