package org.nangospring.autoconfigure.listener;

import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.RecordStream;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamFailure;
import org.nangospring.listener.StreamPosition;

/**
 * A stream as the endpoint shows it.
 *
 * @param integration the integration id
 * @param connection the connection id
 * @param model the name of the model
 * @param variant the variant of the sync, or null for the sync itself
 * @param state whether the stream may be worked on: {@code active} or {@code stopped};
 * null before anybody has worked on it
 * @param activity what this instance does about it, or null when it does not look after
 * it
 * @param cursor the place of the last change that needs no more delivery, or null before
 * the first
 * @param records how many records were delivered
 * @param caughtUp whether it was read to its end after the last delivery
 * @param caughtUpAt when it was read to its end last, or null
 * @param newestChange when the last record that was delivered had been changed, or null
 * @param behindSince since when this instance has known of something to deliver, or null
 * @param updatedAt when the position changed last, or null before the first
 * @param failure why it was stopped or is tried again, or null
 */
public record StreamDescriptor(String integration, String connection, String model, @Nullable String variant,
		@Nullable String state, @Nullable String activity, @Nullable String cursor, long records, boolean caughtUp,
		@Nullable Instant caughtUpAt, @Nullable Instant newestChange, @Nullable Instant behindSince,
		@Nullable Instant updatedAt, @Nullable StreamFailure failure) {

	static StreamDescriptor of(RecordStreamId id, @Nullable StreamPosition position, @Nullable RecordStream own) {
		String activity = (own != null) ? lower(own.activity()) : null;
		Instant behindSince = (own != null) ? own.behindSince() : null;
		StreamFailure problem = (own != null) ? own.problem() : null;
		if (position == null) {
			return new StreamDescriptor(id.integrationId(), id.connectionId(), id.model(), id.variant(), null, activity,
					null, 0, false, null, null, behindSince, null, problem);
		}
		StreamFailure failure = (position.failure() != null) ? position.failure() : problem;
		return new StreamDescriptor(id.integrationId(), id.connectionId(), id.model(), id.variant(),
				lower(position.state()), activity, position.cursor(), position.records(), position.isCaughtUp(),
				position.caughtUpAt(), position.newestChange(), behindSince, position.updatedAt(), failure);
	}

	private static String lower(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
