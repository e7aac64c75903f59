package org.nangospring.autoconfigure.listener;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.nangospring.autoconfigure.observation.NangoMeterDocumentation;
import org.nangospring.autoconfigure.observation.NangoMeterDocumentation.Keys;
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

	private final ObjectProvider<MeterRegistry> registry;

	MicrometerListenerObserver(ObjectProvider<MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void delivered(RecordBatch<?> batch, Duration took) {
		this.registry.ifUnique((registry) -> {
			String listener = batch.stream().listenerId();
			counts(batch).forEach((action, count) -> counter(NangoMeterDocumentation.LISTENER_RECORDS)
				.tag(Keys.LISTENER.asString(), listener)
				.tag(Keys.ACTION.asString(), action.value().toLowerCase(Locale.ROOT))
				.register(registry)
				.increment(count));
			Timer.builder(NangoMeterDocumentation.LISTENER_BATCH.getName())
				.description(NangoMeterDocumentation.LISTENER_BATCH.getDescription())
				.tag(Keys.LISTENER.asString(), listener)
				.register(registry)
				.record(took);
		});
	}

	@Override
	public void failed(RecordStreamId stream, FailureKind kind, Throwable failure) {
		this.registry.ifUnique((registry) -> counter(NangoMeterDocumentation.LISTENER_FAILURES)
			.tag(Keys.LISTENER.asString(), stream.listenerId())
			.tag(Keys.KIND.asString(), tag(kind))
			.register(registry)
			.increment());
	}

	@Override
	public void gaveUp(FailedDelivery failed, RecordErrorHandler.Decision decision) {
		this.registry.ifUnique((registry) -> counter(NangoMeterDocumentation.LISTENER_UNDELIVERED)
			.tag(Keys.LISTENER.asString(), failed.stream().listenerId())
			.tag(Keys.DECISION.asString(), tag(decision))
			.register(registry)
			.increment(failed.records().size()));
	}

	@Override
	public void listingFailed(String integrationId, Throwable failure) {
		this.registry.ifUnique((registry) -> counter(NangoMeterDocumentation.LISTENER_LISTING_FAILURES)
			.tag(Keys.INTEGRATION.asString(), integrationId)
			.register(registry)
			.increment());
	}

	private static Counter.Builder counter(NangoMeterDocumentation meter) {
		return Counter.builder(meter.getName()).description(meter.getDescription());
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
