package org.nangospring.autoconfigure.observation;

import java.time.Duration;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.nangospring.autoconfigure.observation.NangoMeterDocumentation.Keys;
import org.nangospring.client.NangoCallListener;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoException;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Counts repeated attempts.
 */
final class RetryCounter implements NangoCallListener {

	private final ObjectProvider<MeterRegistry> registry;

	/**
	 * Creates the counter.
	 * @param registry looked up when something is counted, because asking for it while
	 * clients are made could make a circle of beans
	 */
	RetryCounter(ObjectProvider<MeterRegistry> registry) {
		this.registry = registry;
	}

	@Override
	public void onRetry(NangoException failure, String reason, Duration delay) {
		onRetry(NangoClientBuilder.DEFAULT_NAME, failure, reason, delay);
	}

	@Override
	public void onRetry(String client, NangoException failure, String reason, Duration delay) {
		this.registry.ifUnique((registry) -> Counter.builder(NangoMeterDocumentation.RETRIES.getName())
			.description(NangoMeterDocumentation.RETRIES.getDescription())
			.tag(Keys.CLIENT.asString(), client)
			.tag(Keys.OPERATION.asString(), failure.operation())
			.tag(Keys.RETRY_REASON.asString(), reason)
			.register(registry)
			.increment());
	}

}
