package org.nangospring.autoconfigure.observation;

import java.time.Clock;
import java.time.Duration;
import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.nangospring.autoconfigure.NangoClientNames;
import org.nangospring.client.NangoClient;
import org.nangospring.client.RateLimit;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Shows what Nango said last about the rate limit of each client's key. There is no value
 * before the first answer that told it.
 */
final class RateLimitMeterBinder implements MeterBinder {

	private final ConfigurableListableBeanFactory beanFactory;

	private final Clock clock;

	RateLimitMeterBinder(ConfigurableListableBeanFactory beanFactory, Clock clock) {
		this.beanFactory = beanFactory;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		NangoClientNames.clients(this.beanFactory).forEach((name, client) -> bind(registry, name, client));
	}

	private void bind(MeterRegistry registry, String name, NangoClient client) {
		gauge(NangoMeterDocumentation.RATE_LIMIT_LIMIT, registry, name, client, RateLimit::limit);
		gauge(NangoMeterDocumentation.RATE_LIMIT_REMAINING, registry, name, client, RateLimit::remaining);
		gauge(NangoMeterDocumentation.RATE_LIMIT_RESET, registry, name, client, this::secondsUntilReset);
	}

	private static void gauge(NangoMeterDocumentation meter, MeterRegistry registry, String name, NangoClient client,
			ToDoubleFunction<RateLimit> value) {
		Gauge.builder(meter.getName(), client, (known) -> value(known.rateLimit(), value))
			.description(meter.getDescription())
			.baseUnit(meter.getBaseUnit())
			.tag(NangoMeterDocumentation.Keys.CLIENT.asString(), name)
			.register(registry);
	}

	private static double value(@Nullable RateLimit rateLimit, ToDoubleFunction<RateLimit> value) {
		return (rateLimit != null) ? value.applyAsDouble(rateLimit) : Double.NaN;
	}

	private double secondsUntilReset(RateLimit rateLimit) {
		return Math.max(0, Duration.between(this.clock.instant(), rateLimit.resetAt()).toMillis() / 1000.0);
	}

}
