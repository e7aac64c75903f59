package org.nangospring.listener.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoJson;
import org.nangospring.client.record.RecordAction;
import org.nangospring.client.record.RecordMetadata;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * What Nango knew about a record when it was parked, stored in the form that Nango sends
 * it in.
 */
@JsonNaming(SnakeCaseStrategy.class)
record StoredMetadata(@Nullable Instant firstSeenAt, @Nullable Instant lastModifiedAt, RecordAction lastAction,
		@Nullable Instant deletedAt, @Nullable Instant prunedAt, String cursor,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> additionalProperties) implements RecordMetadata {

	private static final JavaType TYPE = NangoJson.instance().type(StoredMetadata.class);

	StoredMetadata {
		additionalProperties = (additionalProperties != null) ? new HashMap<>(additionalProperties) : Map.of();
	}

	@Override
	public String toString() {
		return "StoredMetadata[lastAction=" + this.lastAction + ", cursor=" + this.cursor + "]";
	}

	static String write(RecordMetadata metadata) {
		byte[] json = NangoJson.instance()
			.write(new StoredMetadata(metadata.firstSeenAt(), metadata.lastModifiedAt(), metadata.lastAction(),
					metadata.deletedAt(), metadata.prunedAt(), metadata.cursor(), metadata.additionalProperties()));
		return new String(json, StandardCharsets.UTF_8);
	}

	static RecordMetadata read(String json) {
		StoredMetadata metadata = NangoJson.instance().read(json.getBytes(StandardCharsets.UTF_8), TYPE);
		return Objects.requireNonNull(metadata, "metadata");
	}

}
