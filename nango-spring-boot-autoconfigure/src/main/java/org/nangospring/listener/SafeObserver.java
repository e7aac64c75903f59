package org.nangospring.listener;

import java.time.Duration;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * An observer that fails must not take a delivery with it.
 */
final class SafeObserver implements ListenerObserver {

	private static final Log logger = LogFactory.getLog(SafeObserver.class);

	private final ListenerObserver observer;

	SafeObserver(ListenerObserver observer) {
		this.observer = observer;
	}

	@Override
	public void delivered(RecordBatch<?> batch, Duration took) {
		tell((target) -> target.delivered(batch, took));
	}

	@Override
	public void failed(RecordStreamId stream, FailureKind kind, Throwable failure) {
		tell((target) -> target.failed(stream, kind, failure));
	}

	@Override
	public void gaveUp(FailedDelivery failed, RecordErrorHandler.Decision decision) {
		tell((target) -> target.gaveUp(failed, decision));
	}

	@Override
	public void listingFailed(String integrationId, Throwable failure) {
		tell((target) -> target.listingFailed(integrationId, failure));
	}

	private void tell(Consumer<ListenerObserver> what) {
		try {
			what.accept(this.observer);
		}
		catch (RuntimeException ex) {
			logger.warn("A ListenerObserver failed: " + this.observer.getClass().getName(), ex);
		}
	}

}
