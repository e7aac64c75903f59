package org.nangospring.listener;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a turn at a stream ended, so that it can be decided when the next one is.
 *
 * @param kind how it ended
 * @param until when the next turn makes sense, where that is known
 * @param failure what failed, if something did
 * @param event what the application is to be told, if anything
 */
record TurnResult(Kind kind, @Nullable Instant until, @Nullable Throwable failure, @Nullable RecordStreamEvent event) {

	static final TurnResult CAUGHT_UP = of(Kind.CAUGHT_UP);

	static final TurnResult MORE = of(Kind.MORE);

	static final TurnResult BUSY = of(Kind.BUSY);

	static final TurnResult STOPPED = of(Kind.STOPPED);

	static final TurnResult ENDED = of(Kind.ENDED);

	static TurnResult notDue(Instant until) {
		return new TurnResult(Kind.NOT_DUE, until, null, null);
	}

	static TurnResult paused(Instant until) {
		return new TurnResult(Kind.PAUSED, until, null, null);
	}

	static TurnResult retry(Throwable failure) {
		return new TurnResult(Kind.RETRY, null, failure, null);
	}

	static TurnResult stale(Throwable failure) {
		return new TurnResult(Kind.STALE, null, failure, null);
	}

	static TurnResult unknownConnection(Throwable failure) {
		return new TurnResult(Kind.UNKNOWN_CONNECTION, null, failure, null);
	}

	static TurnResult stopped(RecordStreamStopped event) {
		return new TurnResult(Kind.STOPPED, null, null, event);
	}

	private static TurnResult of(Kind kind) {
		return new TurnResult(kind, null, null, null);
	}

	/**
	 * Whether nothing was left to deliver when it was read last.
	 */
	boolean isAtEnd() {
		return this.kind == Kind.CAUGHT_UP || this.kind == Kind.NOT_DUE;
	}

	enum Kind {

		/** The stream was read to its end. */
		CAUGHT_UP,

		/** The turn was used up, and more follows. */
		MORE,

		/** Somebody has looked recently. */
		NOT_DUE,

		/** Somebody else works on the stream. */
		BUSY,

		/** The rate limit is nearly used up. */
		PAUSED,

		/** Something that may pass has failed. */
		RETRY,

		/** The position was changed by somebody else. */
		STALE,

		/** Nango says that it does not know the connection. */
		UNKNOWN_CONNECTION,

		/** A failure has stopped the stream, in this turn or before it. */
		STOPPED,

		/** The listener is to end. */
		ENDED

	}

}
