package org.nangospring.listener;

/**
 * Keeps changes that could not be delivered, so that the stream can go on without them.
 */
@FunctionalInterface
public interface DeadLetters {

	/**
	 * Stores what could not be delivered. Called within the transaction that also saves
	 * the position, where the store has transactions; it may be called again for the same
	 * record.
	 * @param letter what could not be delivered
	 */
	void park(DeadLetter letter);

	/**
	 * No place at all: every letter is refused, so that the stream stops instead of going
	 * on without a record that nobody has.
	 * @return dead letters that keep nothing
	 */
	static DeadLetters refusing() {
		return RefusingDeadLetters.INSTANCE;
	}

}
