package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.EngineTiming;

/**
 * Decides from how a turn at a stream ended what becomes of it, and when its next turn
 * is.
 */
final class NextTurn {

	private static final Log logger = LogFactory.getLog(NextTurn.class);

	private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

	/** Somebody else has it: its end is not announced, so look now and then. */
	private static final Duration LONGEST_WAIT_FOR_OTHERS = Duration.ofSeconds(30);

	private static final Duration LONGEST_WAIT_AFTER_FAILURE = Duration.ofMinutes(5);

	private final EngineTiming timing;

	private final Duration longestWaitForOthers;

	private final Consumer<ManagedStream> unknownConnections;

	/**
	 * Creates it.
	 * @param lease after how long a lease runs out, or null. Who has waited for a stream
	 * looks three times in that, since the holder may be gone
	 */
	NextTurn(EngineTiming timing, @Nullable Duration lease, Consumer<ManagedStream> unknownConnections) {
		this.timing = timing;
		Duration look = (lease != null) ? lease.dividedBy(3) : LONGEST_WAIT_FOR_OTHERS;
		this.longestWaitForOthers = (look.compareTo(LONGEST_WAIT_FOR_OTHERS) < 0) ? look : LONGEST_WAIT_FOR_OTHERS;
		this.unknownConnections = unknownConnections;
	}

	Plan after(ManagedStream stream, TurnResult result) {
		Throwable failure = result.failure();
		if (failure == null) {
			stream.failures = 0;
			stream.problem((result.kind() == TurnResult.Kind.STOPPED) ? stoppedBy(stream) : null);
		}
		stream.busy = (result.kind() == TurnResult.Kind.BUSY) ? stream.busy + 1 : 0;
		Duration pollInterval = stream.listener().options().pollInterval();
		return switch (result.kind()) {
			case CAUGHT_UP -> new Plan(StreamActivity.IDLE, pollInterval, false);
			case NOT_DUE -> new Plan(StreamActivity.IDLE, until(result), false);
			case MORE -> new Plan(StreamActivity.WAITING, Duration.ZERO, true);
			case BUSY -> new Plan(StreamActivity.ELSEWHERE, wait(stream.busy, this.longestWaitForOthers), true);
			case PAUSED -> new Plan(StreamActivity.PAUSED, until(result), true);
			// somebody may resume it elsewhere
			case STOPPED -> new Plan(StreamActivity.STOPPED, pollInterval, false);
			case ENDED -> new Plan(StreamActivity.IDLE, Duration.ZERO, true);
			case RETRY, STALE, UNKNOWN_CONNECTION -> afterFailure(stream, result, failure);
		};
	}

	private Plan afterFailure(ManagedStream stream, TurnResult result, @Nullable Throwable failure) {
		stream.failures++;
		if (failure != null) {
			stream.problem(StreamFailure.of(failure, null, this.timing.now()));
			tell(stream, failure);
		}
		if (result.kind() == TurnResult.Kind.UNKNOWN_CONNECTION) {
			this.unknownConnections.accept(stream);
		}
		boolean atOnce = result.kind() == TurnResult.Kind.STALE && stream.failures == 1;
		return new Plan(StreamActivity.RETRYING,
				atOnce ? Duration.ZERO : wait(stream.failures, LONGEST_WAIT_AFTER_FAILURE), true);
	}

	/**
	 * Less and less often, but never silent.
	 */
	private static void tell(ManagedStream stream, Throwable failure) {
		if (!(failure instanceof StaleLeaseException) && Integer.bitCount(stream.failures) == 1) {
			logger.warn("The stream " + stream.id() + " could not be worked on, " + stream.failures
					+ " times in a row by now. It is tried again.", failure);
		}
	}

	private static @Nullable StreamFailure stoppedBy(ManagedStream stream) {
		StreamPosition position = stream.position();
		return (position != null) ? position.failure() : null;
	}

	private Duration until(TurnResult result) {
		Instant until = result.until();
		Duration wait = (until != null) ? Duration.between(this.timing.now(), until) : Duration.ZERO;
		return (wait.compareTo(Duration.ofMillis(1)) < 0) ? Duration.ofMillis(1) : wait;
	}

	private static Duration wait(int times, Duration longest) {
		Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(times - 1, 20));
		return (wait.compareTo(longest) < 0) ? wait : longest;
	}

	/**
	 * What becomes of a stream.
	 *
	 * @param activity what it does in the meantime
	 * @param delay when its next turn is
	 * @param keepsHint whether that turn has to read even if somebody did so recently
	 */
	record Plan(StreamActivity activity, Duration delay, boolean keepsHint) {
	}

}
