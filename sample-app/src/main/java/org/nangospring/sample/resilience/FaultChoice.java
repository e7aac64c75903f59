package org.nangospring.sample.resilience;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.nango.Fault;

/**
 * What goes wrong.
 */
public enum FaultChoice {

	/** Nothing. */
	NONE("Nothing"),

	/** Nango is down. */
	UNAVAILABLE("503: Nango is down"),

	/** There were too many calls. */
	RATE_LIMITED("429: too many calls"),

	/** Answers come late. */
	SLOW("Answers come late"),

	/** Calls are carried out, but their answers are lost. */
	BROKEN("Connections break off");

	private final String label;

	FaultChoice(String label) {
		this.label = label;
	}

	/**
	 * What it is called.
	 * @return some words
	 */
	public String label() {
		return this.label;
	}

	@Nullable Fault fault(Duration time) {
		return switch (this) {
			case NONE -> null;
			case UNAVAILABLE -> Fault.unavailable();
			case RATE_LIMITED -> Fault.rateLimited(time);
			case SLOW -> Fault.slow(time);
			case BROKEN -> Fault.broken();
		};
	}

	static FaultChoice of(Fault fault) {
		return switch (fault.kind()) {
			case UNAVAILABLE -> UNAVAILABLE;
			case RATE_LIMITED -> RATE_LIMITED;
			case SLOW -> SLOW;
			case BROKEN -> BROKEN;
		};
	}

}
