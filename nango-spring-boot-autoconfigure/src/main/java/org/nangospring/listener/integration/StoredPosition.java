package org.nangospring.listener.integration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoJson;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamFailure;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamState;
import tools.jackson.databind.JavaType;

/**
 * A position as it stands in the store.
 *
 * @param key where it stands
 * @param json what stands there
 * @param position what that means
 */
record StoredPosition(String key, String json, StreamPosition position) {

	/** The store for databases has room for 4,000 characters in all. */
	private static final int LONGEST = 250;

	private static final int LONGEST_MESSAGE = 500;

	private static final JavaType FORMAT = NangoJson.instance().type(Format.class);

	@Override
	public String toString() {
		return "StoredPosition[key=" + this.key + "]";
	}

	/**
	 * A position to store.
	 */
	static StoredPosition of(String key, StreamPosition position) {
		StreamFailure failure = position.failure();
		Format format = new Format(UUID.randomUUID().toString(), position.stream(), position.cursor(), position.state(),
				(failure != null) ? failure.shortened(LONGEST, LONGEST_MESSAGE) : null, position.records(),
				position.isCaughtUp(), position.caughtUpAt(), position.newestChange(), position.createdAt(),
				position.updatedAt());
		return new StoredPosition(key, new String(NangoJson.instance().write(format), StandardCharsets.UTF_8),
				position);
	}

	/**
	 * A position that was stored.
	 */
	static StoredPosition read(String key, String json) {
		Format format = Stored.read(json, FORMAT);
		return new StoredPosition(key, json, format.toPosition());
	}

	/**
	 * The parts.
	 *
	 * @param revision makes each value different from those before it, so that a change
	 * to an equal position is a change
	 */
	private record Format(String revision, RecordStreamId stream, @Nullable String cursor, StreamState state,
			@Nullable StreamFailure failure, long records, boolean caughtUp, @Nullable Instant caughtUpAt,
			@Nullable Instant newestChange, Instant createdAt, Instant updatedAt) {

		StreamPosition toPosition() {
			return StreamPosition.builder(this.stream, this.createdAt)
				.cursor(this.cursor)
				.state(this.state)
				.failure(this.failure)
				.records(this.records)
				.caughtUp(this.caughtUp)
				.caughtUpAt(this.caughtUpAt)
				.newestChange(this.newestChange)
				.updatedAt(this.updatedAt)
				.build();
		}

	}

}
