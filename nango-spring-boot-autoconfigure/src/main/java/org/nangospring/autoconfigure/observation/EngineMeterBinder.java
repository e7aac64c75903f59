package org.nangospring.autoconfigure.observation;

import java.util.function.ToDoubleFunction;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.nangospring.autoconfigure.NangoClientNames;
import org.nangospring.client.http.EngineClient;
import org.nangospring.client.http.EngineState;
import org.nangospring.client.http.PoolUsage;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Shows the retry budget of each client, and its connections where they are measured.
 */
final class EngineMeterBinder implements MeterBinder {

	private final ConfigurableListableBeanFactory beanFactory;

	EngineMeterBinder(ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		NangoClientNames.clients(this.beanFactory).forEach((name, client) -> {
			// what an application makes up has no engine
			if (client instanceof EngineClient ours) {
				bind(registry, name, ours);
			}
		});
	}

	private void bind(MeterRegistry registry, String name, EngineClient client) {
		gauge(NangoMeterDocumentation.RETRY_BUDGET_REMAINING, registry, name, client, EngineState::budgetLeft);
		gauge(NangoMeterDocumentation.RETRY_BUDGET_CAPACITY, registry, name, client,
				(state) -> state.settings().retry().budget());
		if (client.engine().state().pool() != null) {
			pool(NangoMeterDocumentation.POOL_ACTIVE, registry, name, client, PoolUsage::active);
			pool(NangoMeterDocumentation.POOL_IDLE, registry, name, client, PoolUsage::idle);
			pool(NangoMeterDocumentation.POOL_PENDING, registry, name, client, PoolUsage::pending);
			gauge(NangoMeterDocumentation.POOL_MAX, registry, name, client,
					(state) -> state.settings().pool().maxConnections());
		}
	}

	private static void pool(NangoMeterDocumentation meter, MeterRegistry registry, String name, EngineClient client,
			ToDoubleFunction<PoolUsage> value) {
		gauge(meter, registry, name, client, (state) -> {
			PoolUsage usage = state.pool();
			return (usage != null) ? value.applyAsDouble(usage) : Double.NaN;
		});
	}

	private static void gauge(NangoMeterDocumentation meter, MeterRegistry registry, String name, EngineClient client,
			ToDoubleFunction<EngineState> value) {
		Gauge.builder(meter.getName(), client, (known) -> value.applyAsDouble(known.engine().state()))
			.description(meter.getDescription())
			.tag(NangoMeterDocumentation.Keys.CLIENT.asString(), name)
			.register(registry);
	}

}
