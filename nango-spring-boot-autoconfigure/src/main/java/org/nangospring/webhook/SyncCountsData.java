package org.nangospring.webhook;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.sync.SyncResult;

record SyncCountsData(long added, long updated, long deleted,
		@JsonAnySetter Map<String, @Nullable Object> additionalProperties) implements SyncResult {

	SyncCountsData {
		additionalProperties = Answers.map(additionalProperties);
	}

	/**
	 * What nobody foresaw is not shown.
	 */
	@Override
	public String toString() {
		return "SyncResult[added=" + this.added + ", updated=" + this.updated + ", deleted=" + this.deleted + "]";
	}

}
