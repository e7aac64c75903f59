package org.nangospring.client.http;

import java.time.Duration;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
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

	private final EngineTiming timing;

	private final Closing closing;

	ReactiveExecutor(CallFactory calls, Attempts attempts, ReactorRetryLoop loop, EngineTiming timing,
			Closing closing) {
		this.calls = calls;
		this.attempts = attempts;
		this.loop = loop;
		this.timing = timing;
		this.closing = closing;
	}

	/**
	 * Runs a call.
	 * @param <T> the type of the result
	 * @param request the call
	 * @return the result, empty when the call has none; fails with a
	 * {@link NangoException}
	 */
	public <T> Mono<T> execute(NangoRequest<T> request) {
		return run(request, (call) -> reading(call, request), null, false);
	}

	/**
	 * Runs a call that is part of something larger: its failures are the client's own.
	 */
	<T> Mono<T> executePart(NangoRequest<T> request) {
		return run(request, (call) -> reading(call, request), null, true);
	}

	/**
	 * Runs a call whose answer is read as it comes.
	 * @param request the call
	 * @return the answer, its body not read yet; fails with a {@link NangoException}
	 */
	public Mono<StreamedResponse> open(NangoRequest<?> request) {
		return run(request, (call) -> this.attempts.limited(call, this.attempts.open(call))
			.map((response) -> this.attempts.read(call, response)), null, false);
	}

	/**
	 * Asks until something has happened. Cancelling the subscription ends it.
	 * @param <T> the type of what comes of it
	 * @param waitFor what to wait for
	 * @return what came of it; fails with a {@link NangoException} if a question fails,
	 * or it does not happen in time
	 */
	public <T> Mono<T> await(WaitFor<T> waitFor) {
		return Mono.defer(() -> {
			Wait wait = new Wait(waitFor, this.timing);
			return Mono.defer(() -> ask(waitFor.question(), wait))
				.onErrorResume(NangoException.class,
						(ex) -> wait.tolerates(ex) ? Mono.empty()
								: Mono.error(wait.outcome(ex, this.calls.limit(waitFor.question()))))
				.repeatWhenEmpty(Integer.MAX_VALUE,
						(empty) -> empty.concatMap((count) -> pause(waitFor.question(), wait)))
				.onErrorMap(NangoException.class, this::told);
		});
	}

	/**
	 * What the subscriber is told of a failure.
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

	private <T> Mono<T> ask(NangoRequest<T> question, Wait wait) {
		return run(question, (call) -> reading(call, question), wait.beginAttempt(), true);
	}

	private Mono<?> pause(NangoRequest<?> question, Wait wait) {
		Duration pause = wait.pause();
		if (pause == null) {
			return Mono.error(wait.timedOut());
		}
		return this.closing.endsWith(this.timing.delay(pause))
			.onErrorMap(ClientClosedException.class,
					(ex) -> this.attempts.failure(new Call(question, this.timing, pause, null), ex));
	}

	private <T> Mono<T> reading(Call call, NangoRequest<T> request) {
		return this.attempts.limited(call, this.attempts.send(call)).handle((response, sink) -> {
			T result = this.attempts.read(call, request, response);
			if (result != null) {
				sink.next(result);
			}
		});
	}

	private <T> Mono<T> run(NangoRequest<?> request, Function<Call, Mono<T>> attempt, @Nullable Duration atMost,
			boolean part) {
		return Mono.deferContextual((context) -> {
			Call call = this.calls.begin(request, context, atMost, part);
			return this.loop.run(call, () -> attempt.apply(call)).doOnCancel(call::cancelled);
		});
	}

}
