package org.nangospring.sample.resilience;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How things are in the resilience corner.
 *
 * @param available whether faults can be made: only with the Nango inside the application
 * @param faults what is still to go wrong
 * @param run the last run, or null before the first
 */
public record ResilienceView(boolean available, List<PlannedFault> faults, @Nullable RunView run) {

	/**
	 * The outage that all calls of the application meet.
	 * @return the fault, or null when there is none
	 */
	public @Nullable PlannedFault outage() {
		return this.faults.stream().filter(PlannedFault::everywhere).findFirst().orElse(null);
	}

}
