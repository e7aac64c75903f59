package org.nangospring.listener;

/**
 * Leads out of a turn at a stream when nothing more is to be delivered in it.
 */
final class EndOfTurnException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient TurnResult result;

	EndOfTurnException(TurnResult result) {
		super(null, null, false, false);
		this.result = result;
	}

	TurnResult result() {
		return this.result;
	}

}
