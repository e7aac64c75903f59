package org.nangospring.sample.resilience;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import io.micrometer.core.instrument.Clock;
import org.jspecify.annotations.Nullable;
import org.nangospring.sample.failure.Failure;

/**
 * An experiment that is carried out, or was. Safe for use by many threads.
 */
class Run {

	private final String id;

	private final Experiment experiment;

	private final Counters before;

	private final Clock clock;

	private final Instant startedAt;

	private final long startedAtNanos;

	private final List<Attempt> attempts = new ArrayList<>();

	private int begun;

	private int succeeded;

	private int failed;

	private @Nullable Failure firstFailure;

	private @Nullable End end;

	/**
	 * Starts a run.
	 * @param clock measures how long things take
	 */
	Run(String id, Experiment experiment, Counters before, Instant startedAt, Clock clock) {
		this.id = id;
		this.experiment = experiment;
		this.before = before;
		this.clock = clock;
		this.startedAt = startedAt;
		this.startedAtNanos = clock.monotonicTime();
	}

	String id() {
		return this.id;
	}

	Experiment experiment() {
		return this.experiment;
	}

	Counters before() {
		return this.before;
	}

	Instant startedAt() {
		return this.startedAt;
	}

	synchronized boolean isUnderWay() {
		return this.end == null;
	}

	synchronized int nextCall() {
		return ++this.begun;
	}

	/**
	 * Writes down that an attempt begins.
	 * @return its place in the list
	 */
	synchronized int begin(int call, int number, String operation) {
		this.attempts.add(Attempt.begun(call, number, operation, elapsed()));
		return this.attempts.size() - 1;
	}

	synchronized void update(int index, UnaryOperator<Attempt> change) {
		this.attempts.set(index, change.apply(this.attempts.get(index)));
	}

	synchronized void succeeded() {
		this.succeeded++;
	}

	synchronized void failed(Failure failure) {
		this.failed++;
		if (this.firstFailure == null) {
			this.firstFailure = failure;
		}
	}

	synchronized void end(Counters after) {
		this.end = new End(elapsed(), after);
	}

	synchronized State state() {
		return new State(List.copyOf(this.attempts), this.succeeded, this.failed, this.firstFailure, this.end,
				(this.end != null) ? this.end.elapsed() : elapsed());
	}

	private long elapsed() {
		return TimeUnit.NANOSECONDS.toMillis(this.clock.monotonicTime() - this.startedAtNanos);
	}

	/**
	 * How far a run is.
	 *
	 * @param attempts the attempts so far
	 * @param succeeded the calls that have succeeded
	 * @param failed the calls that have failed
	 * @param firstFailure why the first of them has, or null
	 * @param end how it ended, or null while it is under way
	 * @param elapsed the milliseconds since the start, or until the end
	 */
	record State(List<Attempt> attempts, int succeeded, int failed, @Nullable Failure firstFailure, @Nullable End end,
			long elapsed) {

	}

	/**
	 * The end of a run.
	 *
	 * @param elapsed the milliseconds that it took
	 * @param after what the meters said then
	 */
	record End(long elapsed, Counters after) {

	}

}
