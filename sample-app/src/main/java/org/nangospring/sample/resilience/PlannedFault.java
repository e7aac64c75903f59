package org.nangospring.sample.resilience;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.nango.FaultPlan;

/**
 * Something that is still to go wrong.
 *
 * @param fault what goes wrong
 * @param seconds how long Nango asks to wait, or takes to answer
 * @param left how many attempts will meet it, or null until it is ended
 * @param everywhere whether all calls of the application meet it, not only those of the
 * run
 */
public record PlannedFault(FaultChoice fault, long seconds, @Nullable Long left, boolean everywhere) {

	static PlannedFault of(FaultPlan plan) {
		return new PlannedFault(FaultChoice.of(plan.fault()), plan.fault().time().toSeconds(),
				plan.isEndless() ? null : plan.calls(), plan.label() == null);
	}

}
