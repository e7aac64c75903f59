package org.nangospring.sample.resilience;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoClient;
import org.nangospring.sample.monitoring.Meters;

import org.springframework.stereotype.Component;

/**
 * Reads the meters that the starter keeps of this corner's calls.
 */
@Component
class CounterReader {

	private static final String CLIENT = "client";

	private final Meters meters;

	private final NangoClient nango;

	CounterReader(Meters meters, NangoClient nango) {
		this.meters = meters;
		this.nango = nango;
	}

	Counters read() {
		Tags corner = Tags.of(CLIENT, ResilienceService.CLIENT_NAME);
		Tags shared = Tags.of(CLIENT, this.nango.name());
		long calls = this.meters.calls(corner).stream().mapToLong(Timer::count).sum();
		return new Counters(calls, this.meters.countBy("nango.client.retries", corner, "reason"),
				this.meters.callsBy(corner, CounterReader::error),
				this.meters.gauge("nango.client.retry.budget.remaining", shared),
				this.meters.gauge("nango.client.ratelimit.remaining", shared), connections(shared));
	}

	private @Nullable Double connections(Tags tags) {
		Double active = this.meters.gauge("nango.client.pool.active", tags);
		Double idle = this.meters.gauge("nango.client.pool.idle", tags);
		return (active != null && idle != null) ? active + idle : null;
	}

	private static @Nullable String error(Timer timer) {
		return Meters.value(timer, "outcome").equals("SUCCESS") ? null : Meters.cause(timer);
	}

}
