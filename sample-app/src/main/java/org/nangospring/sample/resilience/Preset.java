package org.nangospring.sample.resilience;

/**
 * Experiments that are ready to be run.
 */
public enum Preset {

	/** A read succeeds in the end. */
	DOWN("Nango is down for a moment", "A read meets 503 twice and succeeds with its third attempt.",
			new ExperimentInput(FaultChoice.UNAVAILABLE, CallChoice.READ, 2, false, 0, 1, 1)),

	/** The wait that Nango asks for. */
	LIMITED("Too many calls", "A read is refused with 429 and waits as long as Nango asks to.",
			new ExperimentInput(FaultChoice.RATE_LIMITED, CallChoice.READ, 1, false, 2, 1, 1)),

	/** A wait that is too long. */
	LIMITED_LONG("Too many calls, for long", "Nango asks to wait for 30 s: the call fails at once and says so.",
			new ExperimentInput(FaultChoice.RATE_LIMITED, CallChoice.READ, 1, false, 30, 1, 1)),

	/** Attempts are given up. */
	SLOW("Late answers", "A read gives up on an answer that does not come, and asks again.",
			new ExperimentInput(FaultChoice.SLOW, CallChoice.READ, 1, false, 10, 1, 1)),

	/** Another connection is used. */
	BROKEN("Broken connections", "A read loses its connection twice and goes over another one.",
			new ExperimentInput(FaultChoice.BROKEN, CallChoice.READ, 2, false, 0, 1, 1)),

	/** A write is not repeated. */
	LOST_WRITE("A write without an answer", "Nobody knows whether it was carried out, so it is not repeated.",
			new ExperimentInput(FaultChoice.BROKEN, CallChoice.WRITE, 1, false, 0, 1, 1)),

	/** A write is repeated where that is safe. */
	LIMITED_WRITE("A write that was refused", "Nango's 429 means that nothing was done, so it is repeated.",
			new ExperimentInput(FaultChoice.RATE_LIMITED, CallChoice.WRITE, 1, false, 1, 1, 1)),

	/** The budget is used up. */
	STORM("Many callers in an outage", "30 calls of 8 threads find Nango down. A shared budget limits their repeats.",
			new ExperimentInput(FaultChoice.UNAVAILABLE, CallChoice.BURST, 1, true, 0, 30, 8)),

	/** The budget comes back. */
	CALM("Calm after the storm", "50 calls that succeed at once give 5 repeats back to the budget.",
			new ExperimentInput(FaultChoice.NONE, CallChoice.BURST, 1, false, 0, 50, 8));

	private final String title;

	private final String description;

	private final ExperimentInput input;

	Preset(String title, String description, ExperimentInput input) {
		this.title = title;
		this.description = description;
		this.input = input;
	}

	/**
	 * What it is called.
	 * @return some words
	 */
	public String title() {
		return this.title;
	}

	/**
	 * What happens.
	 * @return a sentence
	 */
	public String description() {
		return this.description;
	}

	/**
	 * The experiment.
	 * @return what would have to be chosen by hand
	 */
	public ExperimentInput input() {
		return this.input;
	}

}
