package org.nangospring.client.sync;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;

record SyncStatusData(String id, @JsonProperty("connection_id") @Nullable String connectionId, String name,
		String variant, SyncState status, @Nullable SyncState latestExecutionStatus, @Nullable String type,
		@Nullable String frequency, @Nullable Instant finishedAt, @Nullable Instant nextScheduledSyncAt,
		@JsonProperty("latestResult") Map<String, Result> results, Map<String, Long> recordCount,
		@Nullable Object checkpoint,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements SyncStatus {

	SyncStatusData {
		Answers.required(id, "id");
		Answers.required(name, "name");
		Answers.required(status, "status");
		variant = (variant != null) ? variant : "base";
		results = Answers.values(results);
		recordCount = Answers.values(recordCount);
		additionalProperties = Answers.map(additionalProperties);
	}

	@Override
	public Map<String, SyncResult> latestResult() {
		return Collections.unmodifiableMap(this.results);
	}

	/**
	 * Without the checkpoint, which is the script's own.
	 */
	@Override
	public String toString() {
		return "SyncStatus[name=" + this.name + ", variant=" + this.variant + ", status=" + this.status + "]";
	}

	record Result(long added, long updated, long deleted,
			@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements SyncResult {

		Result {
			additionalProperties = Answers.map(additionalProperties);
		}

	}

	record Many(List<SyncStatusData> syncs) {

		Many {
			Answers.required(syncs, "syncs");
		}

	}

}
