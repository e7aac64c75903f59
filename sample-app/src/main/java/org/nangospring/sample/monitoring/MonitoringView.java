package org.nangospring.sample.monitoring;

import java.util.List;

/**
 * How the application is doing.
 *
 * @param health the health of its parts, the most important first
 * @param tiles the numbers
 * @param calls the calls per second over the last while
 */
public record MonitoringView(List<HealthPart> health, List<MetricTile> tiles, Sparkline calls) {

	/**
	 * Whether all is well.
	 * @return whether every part is up
	 */
	public boolean up() {
		return this.health.stream().allMatch(HealthPart::up);
	}

}
