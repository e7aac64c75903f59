package org.nangospring.autoconfigure.listener;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.nangospring.client.record.RecordAction;
import org.nangospring.listener.FailedDelivery;
import org.nangospring.listener.ListenerObserver;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordErrorHandler;
import org.nangospring.listener.RecordStreamId;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Counts and times deliveries with Micrometer. The registry is looked up when something
 * is counted, because asking for it while beans are made could make a circle of them.
 */
final class MicrometerListenerObserver implements ListenerObserver {

	private static final String LISTENER = "listener";

	private final ObjectProvider<MeterRegistry> registry;

	MicrometerListenerObserver(ObjectProvider<MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void delivered(RecordBatch<?> batch, Duration took) {
		this.registry.ifUnique((registry) -> {
			String listener = batch.stream().listenerId();
			counts(batch).forEach((action, count) -> Counter.builder("nango.listener.records")
				.description("Changes that were delivered")
				.tag(LISTENER, listener)
				.tag("action", action.value().toLowerCase(Locale.ROOT))
				.register(registry)
				.increment(count));
			Timer.builder("nango.listener.batch")
				.description("Time that listeners took for a batch, with saving its position")
				.tag(LISTENER, listener)
				.register(registry)
				.record(took);
		});
	}

	@Override
	public void failed(RecordStreamId stream, FailureKind kind, Throwable failure) {
		this.registry.ifUnique((registry) -> Counter.builder("nango.listener.failures")
			.description("Attempts to fetch, deliver or save changes that failed")
			.tag(LISTENER, stream.listenerId())
			.tag("kind", tag(kind))
			.register(registry)
			.increment());
	}

	@Override
	public void gaveUp(FailedDelivery failed, RecordErrorHandler.Decision decision) {
		this.registry.ifUnique((registry) -> Counter.builder("nango.listener.undelivered")
			.description("Changes that could not be delivered after all attempts")
			.tag(LISTENER, failed.stream().listenerId())
			.tag("decision", tag(decision))
			.register(registry)
			.increment(failed.records().size()));
	}

	@Override
	public void listingFailed(String integrationId, Throwable failure) {
		this.registry.ifUnique((registry) -> Counter.builder("nango.listener.listing.failures")
			.description("Attempts to list the connections of an integration that failed")
			.tag("integration", integrationId)
			.register(registry)
			.increment());
	}

	private static Map<RecordAction, Integer> counts(RecordBatch<?> batch) {
		Map<RecordAction, Integer> counts = new HashMap<>();
		batch.forEach((record) -> counts.merge(record.metadata().lastAction(), 1, Integer::sum));
		return counts;
	}

	private static String tag(Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT);
	}

}
