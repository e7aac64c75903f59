package org.nangospring.listener;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.RecordMetadata;
import tools.jackson.databind.JsonNode;

/**
 * The payloads of changes that could not be delivered, as Nango sends them. They are
 * fetched once more when somebody wants to see them, so that nothing has to be kept of
 * the many changes that are delivered. Safe for use by many threads.
 */
final class FailedPayloads {

	private final RecordSource source;

	private final StreamPosition before;

	private final int count;

	private @Nullable Map<String, String> byCursor;

	/**
	 * Creates the payloads. Fetches nothing yet.
	 * @param source has the records
	 * @param before the position before the first of the changes
	 * @param count how many changes there are
	 */
	FailedPayloads(RecordSource source, StreamPosition before, int count) {
		this.source = source;
		this.before = before;
		this.count = count;
	}

	FailedRecord record(String id, RecordMetadata metadata) {
		return new FailedRecord(id, metadata, () -> find(metadata.cursor()));
	}

	/**
	 * A record that was changed since is somewhere else in the stream, with another
	 * cursor, so it is never taken for the change that failed.
	 */
	private synchronized @Nullable String find(String cursor) {
		Map<String, String> payloads = this.byCursor;
		if (payloads == null) {
			payloads = fetch();
			this.byCursor = payloads;
		}
		return payloads.get(cursor);
	}

	private Map<String, String> fetch() {
		Map<String, String> payloads = new HashMap<>();
		try (Stream<NangoRecord<JsonNode>> stream = this.source.open(this.before.stream(), this.before.cursor(),
				this.count, JsonNode.class)) {
			List<NangoRecord<JsonNode>> records = stream.limit(this.count).toList();
			for (NangoRecord<JsonNode> record : records) {
				JsonNode data = record.data();
				if (data != null) {
					payloads.put(record.metadata().cursor(), data.toString());
				}
			}
		}
		return payloads;
	}

}
