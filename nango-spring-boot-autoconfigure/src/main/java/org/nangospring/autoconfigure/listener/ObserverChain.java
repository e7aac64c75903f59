package org.nangospring.autoconfigure.listener;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.FailedDelivery;
import org.nangospring.listener.ListenerObserver;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordErrorHandler;
import org.nangospring.listener.RecordStreamId;

/**
 * Tells several observers. One that fails does not keep the others from hearing.
 */
final class ObserverChain implements ListenerObserver {

	private final List<ListenerObserver> observers;

	ObserverChain(List<ListenerObserver> observers) {
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
		RuntimeException failure = null;
		for (ListenerObserver observer : this.observers) {
			try {
				event.accept(observer);
			}
			catch (RuntimeException ex) {
				failure = merge(failure, ex);
			}
		}
		if (failure != null) {
			throw failure;
		}
	}

	private static RuntimeException merge(@Nullable RuntimeException first, RuntimeException next) {
		if (first == null) {
			return next;
		}
		if (first != next) {
			first.addSuppressed(next);
		}
		return first;
	}

}
