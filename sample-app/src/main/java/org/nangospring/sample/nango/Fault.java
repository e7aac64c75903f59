package org.nangospring.sample.nango;

import java.time.Duration;

/**
 * Something that goes wrong with a call.
 *
 * @param kind what goes wrong
 * @param time how long callers are asked to wait, or how long the answer takes; zero
 * where no time matters
 */
public record Fault(Kind kind, Duration time) {

	/**
	 * Creates a fault.
	 * @throws IllegalArgumentException if the time is negative
	 */
	public Fault {
		if (time.isNegative()) {
			throw new IllegalArgumentException("The time of a fault must not be negative, but it is " + time);
		}
	}

	/**
	 * What stands in front of Nango answers 503 in its place. The call is not carried
	 * out.
	 * @return the fault
	 */
	public static Fault unavailable() {
		return new Fault(Kind.UNAVAILABLE, Duration.ZERO);
	}

	/**
	 * Nango answers 429, as it does when there were too many calls. The call is not
	 * carried out.
	 * @param retryAfter how long to wait; as Nango does, it tells whole seconds only,
	 * rounded down
	 * @return the fault
	 */
	public static Fault rateLimited(Duration retryAfter) {
		return new Fault(Kind.RATE_LIMITED, retryAfter);
	}

	/**
	 * The call is carried out, and its answer comes late.
	 * @param delay how late
	 * @return the fault
	 */
	public static Fault slow(Duration delay) {
		return new Fault(Kind.SLOW, delay);
	}

	/**
	 * The call is carried out, and the connection is closed before the answer comes.
	 * @return the fault
	 */
	public static Fault broken() {
		return new Fault(Kind.BROKEN, Duration.ZERO);
	}

	/**
	 * What can go wrong.
	 */
	public enum Kind {

		/** 503 in place of an answer. */
		UNAVAILABLE,

		/** 429 in place of an answer. */
		RATE_LIMITED,

		/** A late answer. */
		SLOW,

		/** No answer. */
		BROKEN

	}

}
