package org.nangospring.listener;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Tells observers. One that fails keeps no other from hearing, and takes no delivery with
 * it.
 */
final class SafeObserver implements ListenerObserver {

	private static final Log logger = LogFactory.getLog(SafeObserver.class);

	private final List<ListenerObserver> observers;

	SafeObserver(List<ListenerObserver> observers) {
		this.observers = List.copyOf(observers);
	}

	@Override
	public void delivered(RecordBatch<?> batch, Duration took) {
		tell((observer) -> observer.delivered(batch, took));
	}

	@Override
	public void failed(RecordStreamId stream, FailureKind kind, Throwable failure) {
		tell((observer) -> observer.failed(stream, kind, failure));
	}

	@Override
	public void gaveUp(FailedDelivery failed, RecordErrorHandler.Decision decision) {
		tell((observer) -> observer.gaveUp(failed, decision));
	}

	@Override
	public void listingFailed(String integrationId, Throwable failure) {
		tell((observer) -> observer.listingFailed(integrationId, failure));
	}

	private void tell(Consumer<ListenerObserver> event) {
		for (ListenerObserver observer : this.observers) {
			try {
				event.accept(observer);
			}
			catch (Throwable ex) {
				logger.warn("A ListenerObserver failed: " + observer.getClass().getName(), ex);
			}
		}
	}

}
