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
		gauge("limit", "Calls allowed in one window", client, RateLimit::limit).tag("client", name).register(registry);
		gauge("remaining", "Calls left in the window when Nango last answered", client, RateLimit::remaining)
			.tag("client", name)
			.register(registry);
		gauge("reset", "Time until the next window begins", client, this::secondsUntilReset).baseUnit("seconds")
			.tag("client", name)
			.register(registry);
	}

	private static Gauge.Builder<NangoClient> gauge(String what, String description, NangoClient client,
			ToDoubleFunction<RateLimit> value) {
		return Gauge.builder("nango.client.ratelimit." + what, client, (known) -> value(known.rateLimit(), value))
			.description(description);
	}

	private static double value(@Nullable RateLimit rateLimit, ToDoubleFunction<RateLimit> value) {
		return (rateLimit != null) ? value.applyAsDouble(rateLimit) : Double.NaN;
	}

	private double secondsUntilReset(RateLimit rateLimit) {
		return Math.max(0, Duration.between(this.clock.instant(), rateLimit.resetAt()).toMillis() / 1000.0);
	}

}
