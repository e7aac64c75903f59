package org.nangospring.sample.resilience;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What goes wrong, and what is called meanwhile.
 *
 * @param fault what goes wrong
 * @param call what is called
 * @param times how many attempts meet the fault, or null for all of them
 * @param time how long Nango asks to wait, or takes to answer
 * @param calls how many calls there are
 * @param threads how many threads make them
 */
public record Experiment(FaultChoice fault, CallChoice call, @Nullable Integer times, Duration time, int calls,
		int threads) {

}
