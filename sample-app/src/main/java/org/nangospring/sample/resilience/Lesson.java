package org.nangospring.sample.resilience;

import java.time.Duration;

/**
 * What the starter does when something goes wrong, and why.
 */
final class Lesson {

	private Lesson() {
	}

	/**
	 * Explains an experiment.
	 * @param experiment the experiment
	 * @param patience how long the calls wait for an answer
	 * @return a few sentences
	 */
	static String of(Experiment experiment, Duration patience) {
		String lesson = one(experiment, patience);
		return (experiment.call() == CallChoice.BURST && experiment.fault() != FaultChoice.NONE) ? lesson
				+ " All calls share a budget of repeats: when it is used up each of them is tried once, so that many callers do not make an outage worse."
				: lesson;
	}

	private static String one(Experiment experiment, Duration patience) {
		boolean write = experiment.call() == CallChoice.WRITE;
		return switch (experiment.fault()) {
			case NONE -> "Nothing goes wrong, so each call is one attempt, and nobody waits.";
			case UNAVAILABLE -> write
					? "An action that is answered 503 is not repeated: whether it was carried out before the error, nobody can tell, and to do it twice would be worse than an error."
					: "A read changes nothing, so it is repeated: after a wait that is chosen at random below a limit, which doubles with each attempt.";
			case RATE_LIMITED ->
				"Nango refuses with its own 429 before it does anything, so even a write is repeated, but no sooner than Retry-After asks. If that is longer than nango.retry.max-backoff the call fails at once, and its exception tells how long to wait.";
			case SLOW -> "An attempt that is not answered within " + seconds(patience)
					+ (write ? " is given up and not repeated, because Nango may still be at work on it."
							: " is given up, and as it is a read, it is tried again.")
					+ " (That is set for this corner; nango.timeout.response is 30 s unless you change it.)";
			case BROKEN -> write
					? "The connection breaks before the answer comes. The action is not repeated, because Nango may have carried it out: here it has."
					: "The connection breaks before the answer comes. A read can be repeated safely, and goes over another connection.";
		};
	}

	private static String seconds(Duration duration) {
		return (duration.toMillis() % 1000 == 0) ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
	}

}
