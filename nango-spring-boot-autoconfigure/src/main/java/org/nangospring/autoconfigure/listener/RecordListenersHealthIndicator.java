package org.nangospring.autoconfigure.listener;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordStream;
import org.nangospring.listener.StreamActivity;
import org.nangospring.listener.StreamFailure;
import org.nangospring.listener.StreamPosition;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * The health of record listeners as this instance knows it: asks neither Nango nor the
 * store.
 */
public final class RecordListenersHealthIndicator implements HealthIndicator {

	/** Who has more of them looks at the endpoint. */
	private static final int MOST = 20;

	private final NangoRecordListeners listeners;

	private final Status whenStopped;

	/**
	 * Creates the indicator.
	 * @param listeners the listeners
	 * @param whenStopped what the health is while a stream is stopped
	 */
	public RecordListenersHealthIndicator(NangoRecordListeners listeners, Status whenStopped) {
		this.listeners = listeners;
		this.whenStopped = whenStopped;
	}

	@Override
	public Health health() {
		List<RecordStream> streams = this.listeners.streams();
		List<RecordStream> stopped = streams.stream()
			.filter((stream) -> stream.activity() == StreamActivity.STOPPED)
			.toList();
		Health.Builder health = (stopped.isEmpty()) ? Health.up() : Health.status(this.whenStopped);
		health.withDetail("listeners", this.listeners.ids().size())
			.withDetail("streams", streams.size())
			.withDetail("states", states(streams));
		if (!stopped.isEmpty()) {
			health.withDetail("stopped",
					stopped.stream().limit(MOST).map(RecordListenersHealthIndicator::describe).toList());
		}
		return health.build();
	}

	private static Map<String, Long> states(List<RecordStream> streams) {
		Map<String, Long> states = new TreeMap<>();
		streams.forEach((stream) -> states.merge(stream.activity().name().toLowerCase(Locale.ROOT), 1L, Long::sum));
		return states;
	}

	private static Map<String, Object> describe(RecordStream stream) {
		Map<String, Object> description = new LinkedHashMap<>();
		description.put("stream", stream.id().toString());
		StreamFailure problem = problem(stream);
		if (problem != null) {
			description.put("failure", problem.toString());
			description.put("since", problem.at());
		}
		return description;
	}

	/**
	 * One that was stopped before this instance started has its failure in the position.
	 */
	private static @Nullable StreamFailure problem(RecordStream stream) {
		StreamPosition position = stream.position();
		StreamFailure saved = (position != null) ? position.failure() : null;
		return (saved != null) ? saved : stream.problem();
	}

}
