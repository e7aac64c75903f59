package org.nangospring.client.http;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.FailedCall;
import org.nangospring.client.observation.NangoObservationContext;

import org.springframework.http.HttpHeaders;

/**
 * One call under way: its attempts so far, the time it has left, and who observes it.
 */
final class Call {

	private final NangoRequest<?> request;

	private final EngineTiming timing;

	private final Duration limit;

	private final long deadline;

	private final @Nullable Observation observation;

	private final @Nullable Interception interception;

	private final boolean part;

	private final AtomicBoolean ended = new AtomicBoolean();

	/** Attempts of a call never overlap, but each may run on another thread. */
	private volatile int attempts;

	Call(NangoRequest<?> request, EngineTiming timing, Duration timeout, @Nullable Observation observation) {
		this(request, timing, timeout, observation, null, false);
	}

	/**
	 * Begins a call.
	 * @param observation who observes it, or null
	 * @param interception who sees its attempts, or null
	 * @param part whether it belongs to something larger, whose caller is told of
	 * failures at its end
	 */
	Call(NangoRequest<?> request, EngineTiming timing, Duration timeout, @Nullable Observation observation,
			@Nullable Interception interception, boolean part) {
		this.request = request;
		this.timing = timing;
		this.limit = timeout;
		this.deadline = timing.nanoTime() + timeout.toNanos();
		this.observation = observation;
		this.interception = interception;
		this.part = part;
	}

	NangoRequest<?> request() {
		return this.request;
	}

	@Nullable Observation observation() {
		return this.observation;
	}

	/**
	 * The headers that interceptors have added to the attempt, or null.
	 */
	@Nullable HttpHeaders addedHeaders() {
		return (this.interception != null) ? this.interception.headers() : null;
	}

	boolean isPart() {
		return this.part;
	}

	/**
	 * How long the call may take in all.
	 */
	Duration limit() {
		return this.limit;
	}

	int attempts() {
		return this.attempts;
	}

	/**
	 * The time left, never negative.
	 */
	Duration timeLeft() {
		return Duration.ofNanos(Math.max(0, this.deadline - this.timing.nanoTime()));
	}

	FailedCall failed() {
		return FailedCall.of(this.request.operation()).withAttempts(Math.max(1, this.attempts));
	}

	/**
	 * Counts an attempt, and asks the interceptors about it.
	 * @throws ApplicationFailure if one of them threw something
	 */
	void beginAttempt() {
		int attempt = this.attempts + 1;
		this.attempts = attempt;
		if (this.observation != null) {
			context(this.observation).setAttempts(attempt);
			// the status of the attempt before is not that of this one
			context(this.observation).setStatus(0);
		}
		if (this.interception != null) {
			this.interception.begin(attempt);
		}
	}

	void answered(int status) {
		if (this.observation != null) {
			context(this.observation).setStatus(status);
		}
		if (this.interception != null) {
			this.interception.answered(status);
		}
	}

	/**
	 * The attempt has failed and will be followed by another.
	 */
	void repeated(Throwable failure, Duration delay) {
		if (this.interception != null) {
			this.interception.ended(failure, delay, false);
		}
	}

	void succeeded() {
		end(null, false);
	}

	void failed(Throwable failure) {
		end(failure, false);
	}

	void cancelled() {
		end(null, true);
	}

	/**
	 * A subscriber may cancel what has just ended, and an observation must not stop
	 * twice.
	 */
	private void end(@Nullable Throwable failure, boolean cancelled) {
		if (this.interception != null) {
			this.interception.ended(failure, null, cancelled);
		}
		if (this.observation == null || !this.ended.compareAndSet(false, true)) {
			return;
		}
		if (failure != null) {
			this.observation.error(failure);
		}
		if (cancelled) {
			context(this.observation).cancelled();
		}
		this.observation.stop();
	}

	private static NangoObservationContext context(Observation observation) {
		return (NangoObservationContext) observation.getContext();
	}

}
