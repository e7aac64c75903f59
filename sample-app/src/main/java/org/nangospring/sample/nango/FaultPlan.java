package org.nangospring.sample.nango;

import org.jspecify.annotations.Nullable;

/**
 * Which calls a fault is for.
 *
 * @param fault what goes wrong
 * @param calls how many calls meet it; {@link Long#MAX_VALUE} until it is cleared
 * @param label the label of the calls that meet it, see {@link Faults#LABEL}, or null for
 * all calls
 */
public record FaultPlan(Fault fault, long calls, @Nullable String label) {

	/**
	 * Creates a plan.
	 * @throws IllegalArgumentException if it is for no calls at all
	 */
	public FaultPlan {
		if (calls < 1) {
			throw new IllegalArgumentException("A fault must be for 1 call at least, but it is for " + calls);
		}
	}

	/**
	 * The next calls meet a fault.
	 * @param calls how many
	 * @param fault what goes wrong
	 * @return the plan
	 */
	public static FaultPlan next(long calls, Fault fault) {
		return new FaultPlan(fault, calls, null);
	}

	/**
	 * All calls meet a fault until it is cleared.
	 * @param fault what goes wrong
	 * @return the plan
	 */
	public static FaultPlan always(Fault fault) {
		return new FaultPlan(fault, Long.MAX_VALUE, null);
	}

	/**
	 * Leaves out the calls of others, such as health checks and record listeners.
	 * @param label what calls say in the header {@link Faults#LABEL} to meet the fault
	 * @return another plan
	 */
	public FaultPlan labelled(String label) {
		return new FaultPlan(this.fault, this.calls, label);
	}

	/**
	 * Whether it lasts until it is cleared.
	 * @return whether it does
	 */
	public boolean isEndless() {
		return this.calls == Long.MAX_VALUE;
	}

	boolean isFor(@Nullable String labelOfCall) {
		return this.label == null || this.label.equals(labelOfCall);
	}

	FaultPlan withoutOne() {
		return isEndless() ? this : new FaultPlan(this.fault, this.calls - 1, this.label);
	}

}
