package org.nangospring.listener;

/**
 * Decides what becomes of changes that could not be delivered, after all attempts.
 */
@FunctionalInterface
public interface RecordErrorHandler {

	/**
	 * Decides. May also tell somebody; it runs on the thread of the listener, which may
	 * wait, outside of any transaction.
	 * @param failed what could not be delivered, and why
	 * @return what to do
	 */
	Decision decide(FailedDelivery failed);

	/**
	 * Stops the stream.
	 * @return a handler that always does
	 */
	static RecordErrorHandler stopping() {
		return new FixedDecision(Decision.STOP);
	}

	/**
	 * Parks what failed in the dead letters and goes on. A listener with this handler is
	 * not accepted where there is no place for dead letters.
	 * @return a handler that always does
	 */
	static RecordErrorHandler parking() {
		return new FixedDecision(Decision.PARK);
	}

	/**
	 * Leaves out what failed and goes on: it never comes again.
	 * @return a handler that always does
	 */
	static RecordErrorHandler skipping() {
		return new FixedDecision(Decision.SKIP);
	}

	/**
	 * What to do.
	 */
	enum Decision {

		/** Stop the stream here, until somebody resumes it. Others go on. */
		STOP,

		/** Try again after a pause that grows, for as long as it takes. */
		RETRY_LATER,

		/**
		 * Store it in {@link DeadLetters} and go on. Where they refuse it the stream
		 * stops.
		 */
		PARK,

		/** Leave it out and go on. */
		SKIP

	}

}
