package org.nangospring.listener;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.EngineTiming;

import org.springframework.context.ApplicationEventPublisher;

/**
 * What all deliveries share.
 *
 * @param source has the records
 * @param store keeps positions
 * @param deadLetters keeps what could not be delivered
 * @param observer is told what happens
 * @param events is told what becomes of streams
 * @param timing the time everything goes by
 * @param stopping says when to end
 */
record DeliveryContext(RecordSource source, StreamStore store, DeadLetters deadLetters, ListenerObserver observer,
		ApplicationEventPublisher events, EngineTiming timing, Stopping stopping) {

	private static final Log logger = LogFactory.getLog(DeliveryContext.class);

	/**
	 * Stops a stream.
	 * @param lease the lease on it
	 * @param failure why
	 * @param recordId the first record that is not delivered, or null
	 * @return the end of the turn
	 */
	TurnResult stop(StreamLease lease, Throwable failure, @Nullable String recordId) {
		StreamFailure reason = StreamFailure.of(failure, recordId, this.timing.now());
		StreamPosition stopped = lease.position().stopped(reason, this.timing.now());
		lease.save(stopped);
		logger.error(
				"Stopped the stream " + stopped.stream()
						+ ((recordId != null) ? " before record \"" + recordId + "\"" : "")
						+ ". Nothing more of it is delivered until it is resumed, rewound or reread.",
				DeliveryFailedException.unwrap(failure));
		return TurnResult.stopped(new RecordStreamStopped(stopped.stream(), reason));
	}

	/**
	 * Tells the application of something. Whoever hears of it may fail, and may take
	 * long: nothing that others wait for is to be in hand.
	 */
	void publish(RecordStreamEvent event) {
		try {
			this.events.publishEvent(event);
		}
		catch (Throwable ex) {
			logger.warn("A listener of " + event.getClass().getSimpleName() + " failed", ex);
		}
	}

}
