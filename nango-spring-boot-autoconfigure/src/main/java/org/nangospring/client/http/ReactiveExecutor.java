package org.nangospring.client.http;

import java.util.function.Function;

import io.micrometer.observation.Observation;
import org.nangospring.client.NangoException;
import reactor.core.publisher.Mono;

/**
 * Runs calls for subscribers. Nothing is sent before somebody subscribes, and each
 * subscription is a call of its own.
 */
public final class ReactiveExecutor {

	private final CallFactory calls;

	private final Attempts attempts;

	private final ReactorRetryLoop loop;

	ReactiveExecutor(CallFactory calls, Attempts attempts, ReactorRetryLoop loop) {
		this.calls = calls;
		this.attempts = attempts;
		this.loop = loop;
	}

	/**
	 * Runs a call.
	 * @param <T> the type of the result
	 * @param request the call
	 * @return the result, empty when the call has none; fails with a
	 * {@link NangoException}
	 */
	public <T> Mono<T> execute(NangoRequest<T> request) {
		return run(request, (call) -> this.attempts.send(call).handle((response, sink) -> {
			T result = this.attempts.read(call, request, response);
			if (result != null) {
				sink.next(result);
			}
		}));
	}

	/**
	 * Runs a call whose answer is read as it comes.
	 * @param request the call
	 * @return the answer, its body not read yet; fails with a {@link NangoException}
	 */
	public Mono<StreamedResponse> open(NangoRequest<?> request) {
		return run(request, (call) -> this.attempts.open(call).map((response) -> this.attempts.read(call, response)));
	}

	private <T> Mono<T> run(NangoRequest<?> request, Function<Call, Mono<T>> attempt) {
		return Mono.deferContextual((context) -> {
			Observation parent = context.getOrDefault("micrometer.observation", null);
			Call call = this.calls.begin(request, parent);
			Mono<T> mapped = Mono.defer(() -> attempt.apply(call))
				.onErrorMap((failure) -> !(failure instanceof Error),
						(failure) -> this.attempts.failure(call, failure));
			return this.loop.run(call, mapped)
				.doOnSuccess((result) -> call.succeeded())
				.doOnError(call::failed)
				.doOnCancel(call::cancelled);
		});
	}

}
