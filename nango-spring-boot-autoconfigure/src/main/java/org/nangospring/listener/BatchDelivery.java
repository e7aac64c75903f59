package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.client.record.RecordMetadata;
import org.nangospring.client.record.UnreadableRecordException;
import reactor.core.Disposable;

/**
 * Delivers the records of one turn at a stream: calls the listener, tries again, finds
 * the record that is to blame, and does what the error handler decides.
 *
 * @param <T> the type of the payload
 */
final class BatchDelivery<T> {

	private static final Log logger = LogFactory.getLog(BatchDelivery.class);

	private final ListenerRuntime listener;

	private final StreamLease lease;

	private final DeliveryContext context;

	private final ListenerCall<T> call;

	private final DeliveryRetry retry;

	BatchDelivery(ListenerRuntime listener, RecordListenerDefinition<T> definition, StreamLease lease,
			DeliveryContext context) {
		this.listener = listener;
		this.lease = lease;
		this.context = context;
		this.call = new ListenerCall<>(definition, this.lease.position().stream());
		this.retry = new DeliveryRetry(listener.options(), context.timing());
	}

	/**
	 * Delivers records.
	 * @param records the records
	 * @param unreadable the record behind them if it does not fit the type, or null
	 * @throws EndOfTurnException if nothing that comes after them may be delivered
	 * @throws StaleLeaseException if the lease is of no more use
	 * @throws StreamStoreException if the store cannot be reached
	 * @throws NangoException if what failed is to be parked and cannot be fetched
	 */
	void deliver(List<NangoRecord<T>> records, @Nullable UnreadableRecordException unreadable) {
		if (!records.isEmpty()) {
			if (this.call.takesSingleRecords()) {
				narrowDown(records);
			}
			else {
				insist(records, null);
			}
		}
		if (unreadable != null) {
			this.context.observer().failed(stream(), ListenerObserver.FailureKind.RECORD, unreadable);
			RecordMetadata metadata = unreadable.metadata();
			giveUp(List.of(new NangoRecord<>(unreadable.recordId(), null, metadata)), unreadable, 0);
		}
	}

	/**
	 * Delivers what comes before a record that fails, then that record by itself, then
	 * what is left.
	 */
	private void narrowDown(List<NangoRecord<T>> records) {
		List<NangoRecord<T>> rest = records;
		while (!rest.isEmpty()) {
			DeliveryFailedException failure = attempt(rest);
			if (failure == null) {
				return;
			}
			Integer index = failure.index();
			if (index == null) {
				rest.forEach((record) -> insist(List.of(record), null));
				return;
			}
			deliverAgain(rest.subList(0, index));
			insist(rest.subList(index, index + 1), failure);
			rest = rest.subList(index + 1, rest.size());
		}
	}

	/**
	 * Records that the listener has returned from, before one that it threw at.
	 */
	private void deliverAgain(List<NangoRecord<T>> before) {
		if (before.isEmpty()) {
			return;
		}
		if (this.context.store().isTransactional()) {
			narrowDown(before);
		}
		else {
			this.lease.save(after(before, before.size()));
			this.context.observer().delivered(batch(before), Duration.ZERO);
		}
	}

	private @Nullable DeliveryFailedException attempt(List<NangoRecord<T>> records) {
		try {
			deliverOnce(records);
			return null;
		}
		catch (DeliveryFailedException ex) {
			return ex;
		}
	}

	/**
	 * Delivers with all attempts there are, and lets the error handler decide after them.
	 */
	private void insist(List<NangoRecord<T>> records, @Nullable DeliveryFailedException first) {
		try {
			this.retry.run(first, () -> deliverOnce(records), this.context.stopping());
		}
		catch (DeliveryFailedException ex) {
			giveUp(records, ex.failure(), this.listener.options().maxAttempts());
		}
	}

	private void deliverOnce(List<NangoRecord<T>> records) {
		RecordBatch<T> batch = batch(records);
		ListenerCall<T>.Progress progress = this.call.begin(batch);
		long start = this.context.timing().nanoTime();
		Disposable warning = SlowListenerWarning.begin(this.context.timing(), stream());
		try {
			this.lease.deliver(progress, after(records, records.size()));
		}
		catch (StaleLeaseException | StreamStoreException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			if (ex instanceof InterruptedException) {
				Thread.currentThread().interrupt();
			}
			this.context.observer().failed(stream(), ListenerObserver.FailureKind.LISTENER, ex);
			throw new DeliveryFailedException(ex, progress.failedAt());
		}
		finally {
			warning.dispose();
		}
		this.context.observer()
			.delivered(batch, Duration.ofNanos(Math.max(0, this.context.timing().nanoTime() - start)));
	}

	private void giveUp(List<? extends NangoRecord<?>> records, Throwable failure, int attempts) {
		FailedPayloads payloads = new FailedPayloads(this.context.source(), this.lease.position(), records.size());
		FailedDelivery failed = new FailedDelivery(stream(),
				records.stream().map((record) -> payloads.record(record.id(), record.metadata())).toList(), failure,
				attempts);
		RecordErrorHandler.Decision decision = decide(failed);
		this.context.observer().gaveUp(failed, decision);
		switch (decision) {
			case SKIP -> {
				logger.warn("Left out " + records.size() + " records of " + stream() + " from record \""
						+ records.get(0).id() + "\" on, as the error handler decided", failure);
				this.lease.save(after(records, 0));
			}
			case PARK -> park(failed, after(records, 0));
			case STOP -> throw stopped(failed);
			case RETRY_LATER -> throw new EndOfTurnException(TurnResult.retry(origin(failed)));
		}
	}

	private RecordErrorHandler.Decision decide(FailedDelivery failed) {
		try {
			return this.listener.errorHandler().decide(failed);
		}
		catch (NangoException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			failed.failure().addSuppressed(ex);
			return RecordErrorHandler.Decision.STOP;
		}
	}

	private void park(FailedDelivery failed, StreamPosition next) {
		Instant now = this.context.timing().now();
		// outside of the transaction, which must not wait for Nango
		List<FailedRecord> records = failed.records()
			.stream()
			.map((record) -> new FailedRecord(record.id(), record.metadata(), record.payload()))
			.toList();
		try {
			this.lease.deliver(() -> {
				for (FailedRecord record : records) {
					this.context.deadLetters()
						.park(new DeadLetter(stream(), record, StreamFailure.of(origin(failed), record.id(), now),
								failed.attempts(), now));
				}
			}, next);
		}
		catch (StaleLeaseException | StreamStoreException ex) {
			throw ex;
		}
		catch (Exception ex) {
			failed.failure().addSuppressed(ex);
			throw stopped(failed);
		}
		logger.warn("Parked " + records.size() + " records of " + stream() + " from record \"" + records.get(0).id()
				+ "\" on, as the error handler decided", failed.failure());
	}

	/**
	 * What the listener threw has to be told from what Nango answers, because its text is
	 * not to be stored.
	 */
	private static Throwable origin(FailedDelivery failed) {
		return failed.isUnreadable() ? failed.failure() : new DeliveryFailedException(failed.failure(), null);
	}

	private EndOfTurnException stopped(FailedDelivery failed) {
		return new EndOfTurnException(this.context.stop(this.lease, origin(failed), failed.records().get(0).id()));
	}

	private StreamPosition after(List<? extends NangoRecord<?>> records, int delivered) {
		NangoRecord<?> last = records.get(records.size() - 1);
		return this.lease.position()
			.delivered(last.metadata().cursor(), delivered, last.metadata().lastModifiedAt(),
					this.context.timing().now());
	}

	private RecordStreamId stream() {
		return this.lease.position().stream();
	}

	private RecordBatch<T> batch(List<NangoRecord<T>> records) {
		return new RecordBatch<>(stream(), records);
	}

}
