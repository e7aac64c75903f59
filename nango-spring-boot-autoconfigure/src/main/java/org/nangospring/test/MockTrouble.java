package org.nangospring.test;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

/**
 * Something that goes wrong with calls: with the next one, unless it is told otherwise. A
 * call that the client repeats is several calls.
 */
public final class MockTrouble {

	private final @Nullable Function<NangoCall, MockAnswer> answer;

	private final Duration delay;

	private long left = 1;

	private Instant end = Instant.MAX;

	private String prefix = "/";

	private MockTrouble(@Nullable Function<NangoCall, MockAnswer> answer, Duration delay) {
		this.answer = answer;
		this.delay = delay;
	}

	static MockTrouble answering(Function<NangoCall, MockAnswer> answer) {
		return new MockTrouble(answer, Duration.ZERO);
	}

	static MockTrouble delaying(Duration delay) {
		return new MockTrouble(null, Arguments.positive(delay, "delay"));
	}

	static MockTrouble breaking() {
		return new MockTrouble(null, Duration.ZERO);
	}

	/**
	 * Lets it happen to several calls.
	 * @param times how many
	 * @return the same trouble
	 */
	public synchronized MockTrouble times(int times) {
		this.left = Arguments.range(times, 1, Integer.MAX_VALUE, "number of times");
		return this;
	}

	/**
	 * Lets it happen to all calls until the mock is reset.
	 * @return the same trouble
	 */
	public synchronized MockTrouble always() {
		this.left = Long.MAX_VALUE;
		return this;
	}

	/**
	 * Lets it happen only to calls of some paths, for example because listeners call
	 * Nango at the same time.
	 * @param pathPrefix what paths begin with, such as {@code /records} or
	 * {@code /proxy/user}
	 * @return the same trouble
	 */
	public synchronized MockTrouble onPath(String pathPrefix) {
		this.prefix = Arguments.text(pathPrefix, "path");
		return this;
	}

	/**
	 * Lets it happen to all calls until a time.
	 */
	synchronized MockTrouble until(Instant newEnd) {
		this.end = newEnd;
		return always();
	}

	Duration delay() {
		return this.delay;
	}

	boolean isDelay() {
		return !this.delay.isZero();
	}

	/**
	 * What to answer, or null to break the connection.
	 */
	@Nullable MockAnswer answer(NangoCall call) {
		return (this.answer != null) ? this.answer.apply(call) : null;
	}

	/**
	 * Whether it happens to a call, which uses it up by one.
	 */
	synchronized boolean take(NangoCall call, Instant now) {
		if (this.left < 1 || !now.isBefore(this.end) || !call.path().startsWith(this.prefix)) {
			return false;
		}
		this.left--;
		return true;
	}

}
