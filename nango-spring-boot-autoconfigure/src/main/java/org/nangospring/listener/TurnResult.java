package org.nangospring.listener;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a turn at a stream ended, so that it can be decided when the next one is.
 *
 * @param kind how it ended
 * @param until when the next turn makes sense, where that is known
 * @param failure what failed, if something did
 */
record TurnResult(Kind kind, @Nullable Instant until, @Nullable Throwable failure) {

	static final TurnResult CAUGHT_UP = new TurnResult(Kind.CAUGHT_UP, null, null);

	static final TurnResult MORE = new TurnResult(Kind.MORE, null, null);

	static final TurnResult BUSY = new TurnResult(Kind.BUSY, null, null);

	static final TurnResult STOPPED = new TurnResult(Kind.STOPPED, null, null);

	static final TurnResult ENDED = new TurnResult(Kind.ENDED, null, null);

	static TurnResult notDue(Instant until) {
		return new TurnResult(Kind.NOT_DUE, until, null);
	}

	static TurnResult paused(Instant until) {
		return new TurnResult(Kind.PAUSED, until, null);
	}

	static TurnResult retry(Throwable failure) {
		return new TurnResult(Kind.RETRY, null, failure);
	}

	static TurnResult stale(Throwable failure) {
		return new TurnResult(Kind.STALE, null, failure);
	}

	static TurnResult unknownConnection(Throwable failure) {
		return new TurnResult(Kind.UNKNOWN_CONNECTION, null, failure);
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

		/** A failure has stopped the stream. */
		STOPPED,

		/** The listener is to end. */
		ENDED

	}

}
