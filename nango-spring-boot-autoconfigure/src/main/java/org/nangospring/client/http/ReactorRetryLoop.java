package org.nangospring.client.http;

import java.time.Duration;

import org.nangospring.client.NangoException;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Repeats reactive attempts with Reactor. Whether and when comes from {@link RetryRule}.
 */
final class ReactorRetryLoop {

	private final RetryRule rule;

	private final EngineTiming timing;

	private final Closing closing;

	ReactorRetryLoop(RetryRule rule, EngineTiming timing, Closing closing) {
		this.rule = rule;
		this.timing = timing;
		this.closing = closing;
	}

	<T> Mono<T> run(Call call, Mono<T> attempt) {
		return attempt
			.retryWhen(Retry.from((signals) -> signals.concatMap((signal) -> waitOrFail(call, signal.failure()))))
			.doOnSuccess((result) -> this.rule.succeeded(call));
	}

	private Mono<?> waitOrFail(Call call, Throwable failure) {
		Duration delay = (failure instanceof NangoException nango) ? this.rule.delayAfter(call, nango) : null;
		return (delay != null) ? this.closing.endsWith(this.timing.delay(delay)) : Mono.error(failure);
	}

}
