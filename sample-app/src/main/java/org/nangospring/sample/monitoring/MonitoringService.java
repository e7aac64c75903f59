package org.nangospring.sample.monitoring;

import java.time.Clock;
import java.util.List;

import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;

import org.springframework.stereotype.Service;

/**
 * Sums up how the application is doing.
 */
@Service
public class MonitoringService {

	private final HealthReader health;

	private final MetricTiles tiles;

	private final Meters meters;

	private final Clock clock;

	private final CallHistory history = new CallHistory();

	MonitoringService(HealthReader health, MetricTiles tiles, Meters meters, Clock clock) {
		this.health = health;
		this.tiles = tiles;
		this.meters = meters;
		this.clock = clock;
	}

	/**
	 * Looks at health and meters.
	 * @return how things are now
	 */
	public MonitoringView view() {
		// health first: its check is a call that counts
		List<HealthPart> parts = this.health.read();
		long calls = this.meters.calls(Tags.empty()).stream().mapToLong(Timer::count).sum();
		return new MonitoringView(parts, this.tiles.read(), this.history.note(this.clock.instant(), calls));
	}

}
