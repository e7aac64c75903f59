package org.nangospring.sample.resilience;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.failure.InvalidInputException;

/**
 * An experiment as people and programs ask for it. What is left out is chosen for them.
 *
 * @param fault what goes wrong
 * @param call what is called
 * @param times how many attempts meet the fault, from 1 to 100
 * @param always whether all of them do, whatever {@code times} says
 * @param seconds how long Nango asks to wait, or takes to answer, from 0 to 30
 * @param calls how many calls a burst has, from 1 to 50
 * @param threads how many threads make them, from 1 to 16
 */
public record ExperimentInput(@Nullable FaultChoice fault, @Nullable CallChoice call, @Nullable Integer times,
		@Nullable Boolean always, @Nullable Integer seconds, @Nullable Integer calls, @Nullable Integer threads) {

	/** What to begin with. */
	public static final ExperimentInput DEFAULT = new ExperimentInput(FaultChoice.UNAVAILABLE, CallChoice.READ, 2,
			false, 3, 20, 4);

	/**
	 * Checks the input.
	 * @return the experiment
	 * @throws InvalidInputException if something is out of range
	 */
	public Experiment experiment() {
		CallChoice what = (this.call != null) ? this.call : CallChoice.READ;
		int attempts = range(this.times, 2, 1, 100, "number of attempts");
		int number = range(this.calls, 20, 1, 50, "number of calls");
		int parallel = range(this.threads, 4, 1, 16, "number of threads");
		boolean burst = what == CallChoice.BURST;
		return new Experiment(choice(), what, Boolean.TRUE.equals(this.always) ? null : attempts, time(),
				burst ? number : 1, burst ? parallel : 1);
	}

	/**
	 * What goes wrong.
	 * @return the choice
	 */
	public FaultChoice choice() {
		return (this.fault != null) ? this.fault : FaultChoice.UNAVAILABLE;
	}

	/**
	 * How long Nango asks to wait, or takes to answer.
	 * @return the time
	 * @throws InvalidInputException if it is out of range
	 */
	public Duration time() {
		return Duration.ofSeconds(range(this.seconds, 3, 0, 30, "number of seconds"));
	}

	private static int range(@Nullable Integer value, int usual, int least, int most, String name) {
		if (value == null) {
			return usual;
		}
		if (value < least || value > most) {
			throw new InvalidInputException(
					"The %s must be from %d to %d, but it is %d.".formatted(name, least, most, value));
		}
		return value;
	}

}
