package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoInvalidRequestException;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.NangoResponseTooLargeException;

/**
 * One turn of a worker at a stream: takes the lease, reads on from the position,
 * delivers, and leaves when the end or the limit of a turn is reached.
 */
final class StreamTurn {

	/** Of a slow listener few records make a long turn. */
	private static final Duration LONGEST = Duration.ofSeconds(30);

	private final DeliveryContext context;

	private final RateLimitGate gate;

	private final HeldLeases leases;

	private final CursorCheck cursorCheck;

	private final int pages;

	StreamTurn(DeliveryContext context, RateLimitGate gate, HeldLeases leases, int pages) {
		this.context = context;
		this.gate = gate;
		this.leases = leases;
		this.cursorCheck = new CursorCheck(context);
		this.pages = pages;
	}

	/**
	 * Works on a stream.
	 * @param stream the stream
	 * @param hinted whether it is to be read even if that was done recently
	 * @param othersWait whether another stream waits for a worker
	 * @return how it ended; nothing is thrown
	 */
	TurnResult run(ManagedStream stream, boolean hinted, BooleanSupplier othersWait) {
		try {
			if (this.context.stopping().hasBegun() || !stream.mayGoOn()) {
				return TurnResult.ENDED;
			}
			Instant pause = this.gate.pausedUntil();
			if (pause != null) {
				return TurnResult.paused(pause);
			}
			StreamLease lease = this.context.store().tryAcquire(stream.id());
			if (lease == null) {
				return TurnResult.BUSY;
			}
			try (HeldLeases.Held held = this.leases.add(lease)) {
				return run(stream, hinted, held, othersWait);
			}
		}
		catch (EndOfTurnException ex) {
			return ex.result();
		}
		catch (StaleLeaseException ex) {
			return failed(stream, ListenerObserver.FailureKind.LEASE, TurnResult.stale(ex), ex);
		}
		catch (NangoException ex) {
			return failed(stream, ListenerObserver.FailureKind.NANGO, TurnResult.retry(ex), ex);
		}
		catch (Throwable ex) {
			return failed(stream, ListenerObserver.FailureKind.STORE, TurnResult.retry(ex), ex);
		}
	}

	/**
	 * Tells the application what came of a turn, once nothing of it is in hand any more.
	 */
	void announce(TurnResult result) {
		RecordStreamEvent event = result.event();
		if (event != null) {
			this.context.publish(event);
		}
	}

	private TurnResult run(ManagedStream stream, boolean hinted, HeldLeases.Held held, BooleanSupplier othersWait) {
		StreamPosition position = held.lease().position();
		stream.position(position);
		if (position.state() == StreamState.STOPPED) {
			return TurnResult.STOPPED;
		}
		Instant lookedAt = position.isCaughtUp() ? position.caughtUpAt() : null;
		if (lookedAt != null && !hinted) {
			Instant now = this.context.timing().now();
			Instant due = lookedAt.plus(stream.listener().options().pollInterval());
			// a time that has not come yet is from a clock that is wrong
			if (due.isAfter(now) && !lookedAt.isAfter(now)) {
				return TurnResult.notDue(due);
			}
		}
		try {
			return read(stream, stream.listener().definition(), held, othersWait);
		}
		finally {
			stream.position(held.lease().position());
		}
	}

	private <T> TurnResult read(ManagedStream stream, RecordListenerDefinition<T> definition, HeldLeases.Held held,
			BooleanSupplier othersWait) {
		StreamLease lease = held.lease();
		int batchSize = stream.listener().options().batchSize();
		int pageSize = stream.listener().options().pageSize();
		BatchDelivery<T> delivery = new BatchDelivery<>(stream.listener(), definition, lease, this.context);
		long begun = this.context.timing().nanoTime();
		try (BatchReader<T> reader = new BatchReader<>(
				this.context.source().open(stream.id(), lease.position().cursor(), pageSize, definition.type()),
				batchSize)) {
			while (reader.next()) {
				stream.cursorRefusals(null);
				stream.behindSince(behind(reader));
				delivery.deliver(reader.batch(), reader.unreadable());
				stream.position(lease.position());
				if (reader.isAtEnd()) {
					break;
				}
				TurnResult end = endAfterBatch(stream, held, reader.count() >= (long) this.pages * pageSize
						|| this.context.timing().nanoTime() - begun >= LONGEST.toNanos(), othersWait);
				if (end != null) {
					return end;
				}
			}
			stream.cursorRefusals(null);
			lease.save(lease.position().caughtUp(this.context.timing().now()));
			return TurnResult.CAUGHT_UP;
		}
		catch (NangoException ex) {
			return refused(stream, lease, ex);
		}
	}

	private @Nullable TurnResult endAfterBatch(ManagedStream stream, HeldLeases.Held held, boolean usedUp,
			BooleanSupplier othersWait) {
		if (this.context.stopping().hasBegun() || !stream.mayGoOn()) {
			return TurnResult.ENDED;
		}
		if (held.isLost()) {
			throw new StaleLeaseException(stream.id());
		}
		Instant pause = this.gate.pausedUntil();
		if (pause != null) {
			return TurnResult.paused(pause);
		}
		return (usedUp && othersWait.getAsBoolean()) ? TurnResult.MORE : null;
	}

	private Instant behind(BatchReader<?> reader) {
		Instant changed = reader.first().lastModifiedAt();
		return (changed != null) ? changed : this.context.timing().now();
	}

	/**
	 * Some answers will be the same for ever: asking again and again would help nobody.
	 */
	private TurnResult refused(ManagedStream stream, StreamLease lease, NangoException failure) {
		if (failure instanceof NangoNotFoundException) {
			this.context.observer().failed(stream.id(), ListenerObserver.FailureKind.NANGO, failure);
			return TurnResult.unknownConnection(failure);
		}
		boolean lasting = (failure instanceof NangoInvalidRequestException refused && refused.status() == 400)
				|| failure instanceof NangoResponseTooLargeException
				|| this.cursorCheck.isToBlame(stream, lease.position(), failure);
		if (!lasting) {
			throw failure;
		}
		this.context.observer().failed(stream.id(), ListenerObserver.FailureKind.NANGO, failure);
		return this.context.stop(lease, failure, null);
	}

	private TurnResult failed(ManagedStream stream, ListenerObserver.FailureKind kind, TurnResult result,
			Throwable failure) {
		this.context.observer().failed(stream.id(), kind, failure);
		return result;
	}

}
