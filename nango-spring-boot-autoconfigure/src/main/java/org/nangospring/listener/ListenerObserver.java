package org.nangospring.listener;

import java.time.Duration;

/**
 * Is told what listeners do, for metrics. Methods return fast; what they throw is logged
 * and otherwise ignored.
 */
public interface ListenerObserver {

	/** Watches nothing. */
	ListenerObserver NONE = new ListenerObserver() {
	};

	/**
	 * A batch was delivered and its position saved.
	 * @param batch what was delivered
	 * @param took how long the listener and the saving took, without earlier attempts
	 */
	default void delivered(RecordBatch<?> batch, Duration took) {
	}

	/**
	 * Something failed.
	 * @param stream the stream
	 * @param kind what failed
	 * @param failure the failure
	 */
	default void failed(RecordStreamId stream, FailureKind kind, Throwable failure) {
	}

	/**
	 * Changes were given up after all attempts.
	 * @param failed what could not be delivered
	 * @param decision what was decided
	 */
	default void gaveUp(FailedDelivery failed, RecordErrorHandler.Decision decision) {
	}

	/**
	 * The connections of an integration could not be listed, so that streams neither join
	 * nor leave.
	 * @param integrationId the integration id
	 * @param failure the failure
	 */
	default void listingFailed(String integrationId, Throwable failure) {
	}

	/**
	 * What failed.
	 */
	enum FailureKind {

		/** The listener threw; counted for each attempt. */
		LISTENER,

		/** A record does not fit the type of the listener. */
		RECORD,

		/** The records could not be fetched. */
		NANGO,

		/** The position could not be saved or the lease not be taken. */
		STORE,

		/** Somebody else has the stream, or has changed its position. */
		LEASE

	}

}
