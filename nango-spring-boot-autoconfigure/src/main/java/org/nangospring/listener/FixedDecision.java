package org.nangospring.listener;

/**
 * An error handler that always decides the same.
 *
 * @param decision what it decides
 */
record FixedDecision(Decision decision) implements RecordErrorHandler {

	@Override
	public Decision decide(FailedDelivery failed) {
		return this.decision;
	}

}
