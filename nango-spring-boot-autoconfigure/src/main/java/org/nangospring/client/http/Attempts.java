package org.nangospring.client.http;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoResponseException;
import reactor.core.publisher.Mono;

/**
 * One attempt at a call, as both executors make it: sent within the time the call has
 * left, its answer read, every failure a {@link NangoException}.
 */
final class Attempts {

	private final EngineSettings settings;

	private final HttpTransport transport;

	private final RateLimitTracker rateLimits;

	private final Closing closing;

	private final AnswerErrors answerErrors;

	private final TransportFailures transportFailures;

	private final LastErrors lastErrors;

	Attempts(EngineSettings settings, HttpTransport transport, RateLimitTracker rateLimits, Closing closing,
			LastErrors lastErrors) {
		this.settings = settings;
		this.transport = transport;
		this.rateLimits = rateLimits;
		this.closing = closing;
		this.answerErrors = new AnswerErrors(settings);
		this.transportFailures = new TransportFailures(settings);
		this.lastErrors = lastErrors;
	}

	/**
	 * Makes an attempt. Whoever waits for it sees to its limits.
	 */
	Mono<RawResponse> send(Call call) {
		call.beginAttempt();
		return this.transport.exchange(call);
	}

	/**
	 * Makes an attempt whose answer is read as it comes. Whoever waits for it sees to its
	 * limits.
	 */
	Mono<StreamedResponse> open(Call call) {
		call.beginAttempt();
		return this.transport.open(call);
	}

	/**
	 * Ends an attempt when the time of the call is up, or the client is closed.
	 */
	<R> Mono<R> limited(Call call, Mono<R> attempt) {
		return new CallLimit<>(attempt, call, this.settings.timing(), this.closing);
	}

	/**
	 * Reads an answer.
	 * @throws NangoException if it is an error or cannot be used
	 */
	<T> @Nullable T read(Call call, NangoRequest<T> request, RawResponse response) {
		call.answered(response.status());
		this.rateLimits.update(request, response.headers());
		if (request.isAbsent(response)) {
			return null;
		}
		if (!response.isSuccessful()) {
			throw this.answerErrors.map(call, response);
		}
		try {
			return request.reader().read(response);
		}
		catch (UnusableAnswerException ex) {
			throw unusable(call.failed(), request, response.status(), ex);
		}
		catch (NangoException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			// a type of the application that refuses what it is given; its message may
			// quote the answer, so only its class is told
			throw new NangoResponseException(call.failed(), response.status(),
					"the answer cannot be read: " + ex.getClass().getName());
		}
	}

	/**
	 * Maps what is found only when a part of an answer is taken.
	 */
	NangoResponseException unusable(NangoRequest<?> request, UnusableAnswerException failure) {
		return unusable(FailedCall.of(request.operation()), request, null, failure);
	}

	private NangoResponseException unusable(FailedCall failed, NangoRequest<?> request, @Nullable Integer status,
			UnusableAnswerException failure) {
		return failure.toNangoException(failed, status,
				ShownText.masked(failure.reason(), ShownText.secrets(request, this.settings)));
	}

	/**
	 * Takes over a streamed answer, so that what goes wrong later in its body is mapped
	 * too.
	 */
	StreamedResponse read(Call call, StreamedResponse response) {
		call.answered(response.status());
		return new StreamedResponse(response.status(), response.headers(),
				SilenceLimit
					.on(response.body(), this.transport.silenceLimit(call.request()), this.settings.timing(),
							this.closing)
					.onErrorMap((failure) -> told(failure(call, failure))));
	}

	/**
	 * What the caller is told of a failure: that of the application, if it has one.
	 */
	RuntimeException told(NangoException failure) {
		return ErrorMappers.map(failure, this.settings.extensions());
	}

	/**
	 * Ends a call that has failed for good.
	 * @return what its caller gets
	 */
	Throwable end(Call call, Throwable failure) {
		if (failure instanceof ApplicationFailure ofApplication) {
			call.failed(ofApplication.thrown());
			return ofApplication.thrown();
		}
		if (failure instanceof Error) {
			call.failed(failure);
			return failure;
		}
		NangoException mapped = failure(call, failure);
		this.lastErrors.add(mapped, this.settings.timing().now());
		call.failed(mapped);
		return call.isPart() ? mapped : told(mapped);
	}

	NangoException failure(Call call, Throwable failure) {
		if (failure instanceof NangoException nango) {
			return nango;
		}
		if (failure instanceof ErrorAnswerException answer) {
			call.answered(answer.response().status());
			return this.answerErrors.map(call, answer.response());
		}
		return this.transportFailures.map(call, failure);
	}

}
