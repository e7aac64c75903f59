package org.nangospring.client.http;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/**
 * Runs calls for callers that wait. Answers are read on the caller's thread, which keeps
 * the event loops free and gives exceptions the caller's stack trace.
 */
public final class BlockingExecutor {

	private final ReactiveExecutor reactive;

	private final CallFactory calls;

	private final Attempts attempts;

	private final SpringRetryLoop loop;

	private final EngineTiming timing;

	private final Closing closing;

	BlockingExecutor(ReactiveExecutor reactive, CallFactory calls, Attempts attempts, SpringRetryLoop loop,
			EngineTiming timing, Closing closing) {
		this.reactive = reactive;
		this.calls = calls;
		this.attempts = attempts;
		this.loop = loop;
		this.timing = timing;
		this.closing = closing;
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
		return run(request, (call) -> this.attempts.read(call, request, await(call, this.attempts.send(call))), null,
				false);
	}

	/**
	 * Runs a call that is part of something larger: its failures are the client's own.
	 */
	<T> T executePart(NangoRequest<T> request) {
		return answer(run(request, (call) -> this.attempts.read(call, request, await(call, this.attempts.send(call))),
				null, true));
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
				(call) -> this.attempts.read(call, await(call, this.attempts.open(call))), null, false);
		if (response == null) {
			throw new IllegalStateException(request.operation() + " has no result");
		}
		return response;
	}

	/**
	 * Begins a call whose result is needed later. It is repeated like any other, without
	 * the caller's thread.
	 */
	<T> Ahead<T> begin(NangoRequest<T> request) {
		return new Ahead<>(request, this.reactive.executePart(request).toFuture());
	}

	/**
	 * Waits for the result of a call that was begun. Its failures are the client's own.
	 */
	<T> T await(Ahead<T> ahead) {
		refuseToWaitHere(ahead.request());
		// it was begun earlier, so its own limit passes first
		return await(new Call(ahead.request(), this.timing, this.calls.limit(ahead.request()), null), ahead.result(),
				true);
	}

	/**
	 * Asks until something has happened.
	 * @param <T> the type of what comes of it
	 * @param waitFor what to wait for
	 * @return what came of it
	 * @throws NangoException if a question fails, or it does not happen in time
	 * @throws IllegalStateException on a thread that must not wait
	 */
	public <T> T await(WaitFor<T> waitFor) {
		try {
			return awaitRaw(waitFor);
		}
		catch (NangoException ex) {
			throw told(ex);
		}
	}

	private <T> T awaitRaw(WaitFor<T> waitFor) {
		Wait wait = new Wait(waitFor, this.timing);
		NangoRequest<T> question = waitFor.question();
		while (true) {
			T answer = ask(question, wait);
			if (answer != null) {
				return answer;
			}
			Duration pause = wait.pause();
			if (pause == null) {
				throw wait.timedOut();
			}
			sleep(question, pause);
		}
	}

	private <T> @Nullable T ask(NangoRequest<T> question, Wait wait) {
		Duration left = wait.beginAttempt();
		try {
			return run(question, (call) -> this.attempts.read(call, question, await(call, this.attempts.send(call))),
					left, true);
		}
		catch (NangoException ex) {
			if (wait.tolerates(ex)) {
				return null;
			}
			throw wait.outcome(ex, this.calls.limit(question));
		}
	}

	private void sleep(NangoRequest<?> question, Duration pause) {
		try {
			this.closing.sleep(this.timing, pause);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw this.attempts.failure(new Call(question, this.timing, pause, null), ex);
		}
		catch (ClientClosedException ex) {
			throw this.attempts.failure(new Call(question, this.timing, pause, null), ex);
		}
	}

	private <T> @Nullable T run(NangoRequest<?> request, Function<Call, @Nullable T> attempt, @Nullable Duration atMost,
			boolean part) {
		refuseToWaitHere(request);
		Call call = this.calls.begin(request, Context.empty(), atMost, part);
		Observation observation = call.observation();
		try (Observation.Scope scope = (observation != null) ? observation.openScope() : Observation.Scope.NOOP) {
			T result = this.loop.run(call, () -> attempt.apply(call));
			call.succeeded();
			return result;
		}
		catch (Throwable ex) {
			throw rethrown(this.attempts.end(call, ex));
		}
	}

	/**
	 * What the caller is told of a failure.
	 */
	RuntimeException told(NangoException failure) {
		return this.attempts.told(failure);
	}

	/**
	 * Maps what is found only when a part of an answer is taken.
	 */
	NangoException unusable(NangoRequest<?> request, UnusableAnswerException failure) {
		return this.attempts.unusable(request, failure);
	}

	static void refuseToWaitHere(NangoRequest<?> request) {
		if (Schedulers.isInNonBlockingThread()) {
			throw new IllegalStateException(request.operation() + " would block " + Thread.currentThread().getName()
					+ ", a thread that must not wait. Use ReactiveNangoClient there.");
		}
	}

	private <R> R await(Call call, Mono<R> attempt) {
		CompletableFuture<R> result = attempt.toFuture();
		Disposable untilClosed = this.closing.onClose(() -> result.cancel(true));
		try {
			return await(call, result, false);
		}
		finally {
			untilClosed.dispose();
		}
	}

	/**
	 * Waits for a result.
	 * @param ended whether a failure is the end of a call and not of an attempt
	 */
	private <R> R await(Call call, CompletableFuture<R> result, boolean ended) {
		try {
			return answer(inTime(call, result));
		}
		catch (CallTimeoutException ex) {
			throw this.attempts.failure(call, ex);
		}
		catch (InterruptedException ex) {
			result.cancel(true);
			Thread.currentThread().interrupt();
			throw this.attempts.failure(call, ex);
		}
		catch (CancellationException ex) {
			throw this.attempts.failure(call, ClientClosedException.underWay());
		}
		catch (ExecutionException ex) {
			Throwable failure = Objects.requireNonNullElse(ex.getCause(), ex);
			if (failure instanceof Error error) {
				throw error;
			}
			if (ended && failure instanceof RuntimeException known) {
				throw known;
			}
			throw this.attempts.failure(call, failure);
		}
	}

	private <R> R inTime(Call call, CompletableFuture<R> result) throws InterruptedException, ExecutionException {
		try {
			return this.timing.await(result, call.timeLeft());
		}
		catch (TimeoutException ex) {
			if (result.cancel(true)) {
				throw new CallTimeoutException();
			}
			// what came in the last moment counts, be it an answer or a failure
			return result.get();
		}
	}

	private static <R> R answer(@Nullable R answer) {
		if (answer == null) {
			throw new UnusableAnswerException("there is no answer");
		}
		return answer;
	}

	private static RuntimeException rethrown(Throwable failure) {
		if (failure instanceof Error error) {
			throw error;
		}
		return (RuntimeException) failure;
	}

}
