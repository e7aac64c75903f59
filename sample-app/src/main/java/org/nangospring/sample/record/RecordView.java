package org.nangospring.sample.record;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.record.NangoRecord;

/**
 * A record.
 *
 * @param id its id
 * @param lastAction what happened to it last: {@code ADDED}, {@code UPDATED} or
 * {@code DELETED}
 * @param lastModifiedAt when that was, or null
 * @param data its fields
 */
public record RecordView(String id, String lastAction, @Nullable Instant lastModifiedAt, Map<String, Object> data) {

	static RecordView of(NangoRecord<Map<String, Object>> nangoRecord) {
		Map<String, Object> data = nangoRecord.data();
		return new RecordView(nangoRecord.id(), nangoRecord.metadata().lastAction().value(),
				nangoRecord.metadata().lastModifiedAt(), (data != null) ? data : Map.of());
	}

}
