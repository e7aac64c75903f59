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

}
