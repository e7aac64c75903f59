package org.nangospring.sample.resilience;

import java.util.Locale;

import org.nangospring.sample.nango.Faults;

/**
 * Says how a run ended.
 */
final class RunResult {

	private RunResult() {
	}

	static String of(Experiment experiment, Run.State state, Faults.Tally tally) {
		String time = String.format(Locale.ROOT, "%.1f s", state.elapsed() / 1000.0);
		int attempts = state.attempts().size();
		if (experiment.call() == CallChoice.BURST) {
			return "%d of %d calls succeeded, with %s in %s.".formatted(state.succeeded(), experiment.calls(),
					number(attempts, "attempt"), time);
		}
		if (state.succeeded() == experiment.calls()) {
			return "The call succeeded with %s, after %s.".formatted(number(attempts, "attempt"), time);
		}
		String failed = "The call failed after %s and %s.".formatted(number(attempts, "attempt"), time);
		return (experiment.call() == CallChoice.WRITE) ? failed + " " + writes(tally) : failed;
	}

	private static String writes(Faults.Tally tally) {
		return (tally.carriedOut() > 0)
				? "Nango carried it out all the same, which the Nango inside this application tells and a real one would not: look whether it was done before you send it again."
				: "Nango did not carry it out, which the Nango inside this application tells and a real one would not: look whether it was done before you send it again.";
	}

	private static String number(int number, String noun) {
		return number + " " + noun + ((number == 1) ? "" : "s");
	}

}
