package org.nangospring.autoconfigure.listener;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.nangospring.autoconfigure.observation.NangoMeterDocumentation;
import org.nangospring.autoconfigure.observation.NangoMeterDocumentation.Keys;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordStream;
import org.nangospring.listener.RecordStreamJoined;
import org.nangospring.listener.StreamActivity;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;

/**
 * Shows the streams of each listener that this instance looks after. Listeners are known
 * when the application is ready; those that are registered later show when their first
 * stream joins.
 */
final class ListenerGauges {

	private final NangoRecordListeners listeners;

	private final ObjectProvider<MeterRegistry> registry;

	private final Clock clock;

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	ListenerGauges(NangoRecordListeners listeners, ObjectProvider<MeterRegistry> registry, Clock clock) {
		this.listeners = listeners;
		this.registry = registry;
		this.clock = clock;
	}

	// methods, because a listener of the general type would be made at the first event of
	// any kind
	@EventListener
	void ready(ContextRefreshedEvent event) {
		this.listeners.ids().forEach(this::add);
	}

	@EventListener
	void joined(RecordStreamJoined event) {
		add(event.stream().listenerId());
	}

	private void add(String listener) {
		if (this.known.add(listener)) {
			this.registry.ifUnique((registry) -> bind(registry, listener));
		}
	}

	private void bind(MeterRegistry registry, String listener) {
		TimeGauge
			.builder(NangoMeterDocumentation.LISTENER_LAG.getName(), this.listeners, TimeUnit.MILLISECONDS,
					(listeners) -> lag(listeners, listener))
			.description(NangoMeterDocumentation.LISTENER_LAG.getDescription())
			.tag(Keys.LISTENER.asString(), listener)
			.register(registry);
		for (StreamActivity state : StreamActivity.values()) {
			Gauge
				.builder(NangoMeterDocumentation.LISTENER_STREAMS.getName(), this.listeners,
						(listeners) -> streams(listeners, listener).filter((stream) -> stream.activity() == state)
							.count())
				.description(NangoMeterDocumentation.LISTENER_STREAMS.getDescription())
				.tag(Keys.LISTENER.asString(), listener)
				.tag(Keys.STATE.asString(), state.name().toLowerCase(Locale.ROOT))
				.register(registry);
		}
	}

	/**
	 * Of the oldest, because the newest is young wherever changes keep coming, and
	 * because a stream that has stopped gets worse though nothing new comes.
	 */
	private double lag(NangoRecordListeners listeners, String listener) {
		Instant now = this.clock.instant();
		return streams(listeners, listener).map(RecordStream::behindSince)
			.filter((since) -> since != null && since.isBefore(now))
			.mapToLong((since) -> Duration.between(since, now).toMillis())
			.max()
			.orElse(0);
	}

	private static Stream<RecordStream> streams(NangoRecordListeners listeners, String listener) {
		return listeners.streams().stream().filter((stream) -> stream.id().listenerId().equals(listener));
	}

}
