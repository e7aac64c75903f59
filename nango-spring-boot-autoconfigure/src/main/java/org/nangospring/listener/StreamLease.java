package org.nangospring.listener;

/**
 * The right to work on a stream, held by one worker at a time. All methods but
 * {@link #renew()} are called on the thread that acquired it.
 */
public interface StreamLease extends AutoCloseable {

	/**
	 * The position of the stream: as it was when the lease was acquired, then as it was
	 * saved last with this lease.
	 * @return the position
	 */
	StreamPosition position();

	/**
	 * Does a piece of work and saves the position after it. A store with transactions
	 * does both in one, so that either both happen or neither; others save when the work
	 * has returned.
	 * <p>
	 * Before anything is made permanent, the store has to make certain that this lease
	 * still holds and that nobody else has changed the position, in a way that nobody can
	 * come in between.
	 * @param work what to do
	 * @param next the position to save
	 * @throws StaleLeaseException if the lease ran out or the position was changed by
	 * somebody else; nothing is saved. The lease is of no more use
	 * @throws StreamStoreException if the store cannot be reached; nothing is known to be
	 * saved
	 * @throws Exception what the work throws, as it is; nothing is saved
	 */
	void deliver(Work work, StreamPosition next) throws Exception;

	/**
	 * Saves a position without any work.
	 * @param next the position to save
	 * @throws StaleLeaseException if the lease ran out or the position was changed by
	 * somebody else
	 * @throws StreamStoreException if the store cannot be reached
	 */
	void save(StreamPosition next);

	/**
	 * Makes the lease last for another {@link StreamStore#takeOverAfter()} from now.
	 * Called on any thread, also while the holder is within {@link #deliver}. A store
	 * that can only renew on the thread of the holder does so in {@link #deliver} and
	 * returns true here.
	 * @return false when the lease is known to be lost
	 */
	boolean renew();

	/**
	 * Releases the lease. Never fails: a lease that cannot be released runs out.
	 */
	@Override
	void close();

	/**
	 * A piece of work, such as a call of a listener.
	 */
	@FunctionalInterface
	interface Work {

		/**
		 * Does it.
		 * @throws Exception if it could not be done
		 */
		void run() throws Exception;

	}

}
