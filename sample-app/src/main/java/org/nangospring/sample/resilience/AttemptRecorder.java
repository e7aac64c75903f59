package org.nangospring.sample.resilience;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoAttempt;
import org.nangospring.client.NangoAttemptResult;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoInterceptor;
import org.nangospring.client.NangoTransportException;

import org.springframework.http.HttpStatus;

/**
 * Writes down the attempts of a run as the starter makes them.
 */
class AttemptRecorder implements NangoInterceptor {

	private static final String CALL = "run.call";

	private static final String INDEX = "run.index";

	private final Run run;

	AttemptRecorder(Run run) {
		this.run = run;
	}

	@Override
	public void beforeAttempt(NangoAttempt attempt) {
		Map<String, Object> remembered = attempt.attributes();
		int call = (int) remembered.computeIfAbsent(CALL, (it) -> this.run.nextCall());
		remembered.put(INDEX, this.run.begin(call, attempt.number(), attempt.operation()));
	}

	@Override
	public void afterAttempt(NangoAttempt attempt, NangoAttemptResult result) {
		if (attempt.attributes().get(INDEX) instanceof Integer index) {
			this.run.update(index, (begun) -> ended(begun, result));
		}
	}

	private static Attempt ended(Attempt begun, NangoAttemptResult result) {
		Throwable failure = result.failure();
		Duration retryAfter = (failure instanceof NangoException ex) ? ex.retryAfter() : null;
		return new Attempt(begun.call(), begun.number(), begun.operation(), begun.startedAt(),
				result.duration().toMillis(), result.status(), words(result.status(), failure), failure != null,
				millis(retryAfter), millis(result.repeatedAfter()));
	}

	private static String words(@Nullable Integer status, @Nullable Throwable failure) {
		if (failure instanceof NangoTransportException transport) {
			return switch (transport.reason()) {
				case TIMEOUT -> "No answer in time";
				case RESET -> "Connection broken";
				case CONNECT, TLS -> "No connection";
				case POOL -> "All connections busy";
				case INTERRUPTED, CLOSED -> "Given up";
			};
		}
		if (status == null) {
			return "No answer";
		}
		HttpStatus known = HttpStatus.resolve(status);
		return (known != null) ? status + " " + known.getReasonPhrase() : Integer.toString(status);
	}

	private static @Nullable Long millis(@Nullable Duration duration) {
		return (duration != null) ? duration.toMillis() : null;
	}

}
