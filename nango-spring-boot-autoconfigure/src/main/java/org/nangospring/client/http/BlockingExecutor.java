package org.nangospring.client.http;

import java.util.function.Function;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Runs calls for callers that wait. Answers are read on the caller's thread, which keeps
 * the event loops free and gives exceptions the caller's stack trace.
 */
public final class BlockingExecutor {

	private final CallFactory calls;

	private final Attempts attempts;

	private final SpringRetryLoop loop;

	BlockingExecutor(CallFactory calls, Attempts attempts, SpringRetryLoop loop) {
		this.calls = calls;
		this.attempts = attempts;
		this.loop = loop;
	}

	/**
	 * Runs a call that has a result.
	 * @param <T> the type of the result
	 * @param request the call
	 * @return the result
	 * @throws NangoException if the call fails
	 * @throws IllegalStateException on a thread that must not wait
	 */
	public <T> T execute(NangoRequest<T> request) {
		T result = executeNullable(request);
		if (result == null) {
			throw new IllegalStateException(request.operation() + " has no result");
		}
		return result;
	}

	/**
	 * Runs a call that may have no result.
	 * @param <T> the type of the result
	 * @param request the call
	 * @return the result, or null
	 * @throws NangoException if the call fails
	 * @throws IllegalStateException on a thread that must not wait
	 */
	public <T> @Nullable T executeNullable(NangoRequest<T> request) {
		return run(request, (call) -> this.attempts.read(call, request, await(call, this.attempts.send(call))));
	}

	/**
	 * Runs a call whose answer is read as it comes.
	 * @param request the call
	 * @return the answer, its body not read yet
	 * @throws NangoException if the call fails before the body begins
	 * @throws IllegalStateException on a thread that must not wait
	 */
	public StreamedResponse open(NangoRequest<?> request) {
		StreamedResponse response = run(request,
				(call) -> this.attempts.read(call, await(call, this.attempts.open(call))));
		if (response == null) {
			throw new IllegalStateException(request.operation() + " has no result");
		}
		return response;
	}

	private <T> @Nullable T run(NangoRequest<?> request, Function<Call, @Nullable T> attempt) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException(request.operation() + " would block " + Thread.currentThread().getName()
					+ ", a thread that must not wait. Use ReactiveNangoClient there.");
		}
		Call call = this.calls.begin(request, null);
		Observation observation = call.observation();
		try (Observation.Scope scope = (observation != null) ? observation.openScope() : Observation.Scope.NOOP) {
			T result = this.loop.run(call, () -> attempt.apply(call));
			call.succeeded();
			return result;
		}
		catch (Throwable ex) {
			Throwable failure = (ex instanceof RuntimeException) ? this.attempts.failure(call, ex) : ex;
			call.failed(failure);
			throw rethrown(failure);
		}
	}

	private <R> R await(Call call, Mono<R> exchange) {
		try {
			R answer = exchange.block();
			if (answer == null) {
				throw new UnusableAnswerException("there is no answer");
			}
			return answer;
		}
		catch (RuntimeException ex) {
			throw this.attempts.failure(call, ex);
		}
	}

	private static RuntimeException rethrown(Throwable failure) {
		if (failure instanceof Error error) {
			throw error;
		}
		return (RuntimeException) failure;
	}

}
