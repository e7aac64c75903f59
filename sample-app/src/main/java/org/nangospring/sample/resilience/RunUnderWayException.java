package org.nangospring.sample.resilience;

import org.nangospring.sample.failure.InvalidInputException;

/**
 * There can be one run at a time: two would mix up each other's numbers.
 */
public class RunUnderWayException extends InvalidInputException {

	private static final long serialVersionUID = 1L;

	RunUnderWayException() {
		super("Another run is under way. Wait until it has ended, or end its faults.");
	}

}
