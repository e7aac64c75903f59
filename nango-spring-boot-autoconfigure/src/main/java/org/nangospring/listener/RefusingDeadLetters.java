package org.nangospring.listener;

/**
 * No place for dead letters.
 */
final class RefusingDeadLetters implements DeadLetters {

	static final RefusingDeadLetters INSTANCE = new RefusingDeadLetters();

	static final String ADVICE = "Declare a DeadLetters bean (or give one to the container), for example a"
			+ " JdbcDeadLetters, or choose another error handler.";

	private RefusingDeadLetters() {
	}

	@Override
	public void park(DeadLetter letter) {
		throw new IllegalStateException(
				"There is no place for dead letters that lasts as long as the positions. " + ADVICE);
	}

}
