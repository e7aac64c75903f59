package org.nangospring.client.http;

import java.time.Duration;
import java.util.function.Supplier;

import org.nangospring.client.NangoException;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/**
 * Repeats reactive attempts. Whether and when comes from {@link RetryRule}. To resume
 * with the next attempt costs a call that succeeds less than Reactor's own retry, which
 * sets up a stream of failures for each.
 */
final class ReactorRetryLoop {

	private final RetryRule rule;

	private final Attempts attempts;

	private final EngineTiming timing;

	private final Closing closing;

	ReactorRetryLoop(RetryRule rule, Attempts attempts, EngineTiming timing, Closing closing) {
		this.rule = rule;
		this.attempts = attempts;
		this.timing = timing;
		this.closing = closing;
	}

	/**
	 * Makes attempts until one succeeds or the rule gives up.
	 * @param attempt makes an attempt each time it is asked
	 */
	<T> Mono<T> run(Call call, Supplier<Mono<T>> attempt) {
		// behind the attempts: who observes a success and fails does not make it a
		// failure
		return make(call, attempt).doOnSuccess((result) -> succeeded(call));
	}

	private <T> Mono<T> make(Call call, Supplier<Mono<T>> attempt) {
		return begin(attempt).onErrorResume((failure) -> {
			if (failure instanceof Error || failure instanceof ApplicationFailure) {
				return Mono.error(this.attempts.end(call, failure));
			}
			NangoException mapped = this.attempts.failure(call, failure);
			Duration delay = this.rule.delayAfter(call, mapped);
			if (delay == null) {
				return Mono.error(this.attempts.end(call, mapped));
			}
			return waited(call, delay).then(Mono.defer(() -> make(call, attempt)));
		});
	}

	/**
	 * To begin may fail too, after the client was closed.
	 */
	private static <T> Mono<T> begin(Supplier<Mono<T>> attempt) {
		try {
			return attempt.get();
		}
		catch (Throwable ex) {
			Exceptions.throwIfFatal(ex);
			return Mono.error(ex);
		}
	}

	private Mono<?> waited(Call call, Duration delay) {
		return this.closing.endsWith(this.timing.delay(delay))
			.onErrorMap((failure) -> this.attempts.end(call, failure));
	}

	private void succeeded(Call call) {
		this.rule.succeeded(call);
		call.succeeded();
	}

}
