package org.nangospring.listener;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.EngineTiming;

import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.ExponentialBackOffPolicy;
import org.springframework.retry.policy.SimpleRetryPolicy;
import org.springframework.retry.support.RetryTemplate;

/**
 * Repeats deliveries that fail with Spring Retry, waiting on the thread of the worker.
 */
final class DeliveryRetry {

	private final RecordListenerOptions options;

	private final EngineTiming timing;

	DeliveryRetry(RecordListenerOptions options, EngineTiming timing) {
		this.options = options;
		this.timing = timing;
	}

	/**
	 * Delivers, again and again while it fails.
	 * @param first the failure of an attempt that was made before, which counts, or null
	 * @param attempt one attempt
	 * @param stopping ends the waiting
	 * @throws DeliveryFailedException if all attempts failed
	 * @throws EndOfTurnException if the listeners are to end
	 */
	void run(@Nullable DeliveryFailedException first, Runnable attempt, Stopping stopping) {
		RetryTemplate template = new RetryTemplate();
		template.setRetryPolicy(new SimpleRetryPolicy(this.options.maxAttempts(),
				Map.of(DeliveryFailedException.class, true), false, false));
		template.setBackOffPolicy(backOff(stopping));
		try {
			template.<@Nullable Object, RuntimeException>execute((context) -> {
				if (context.getRetryCount() == 0 && first != null) {
					throw first;
				}
				attempt.run();
				return null;
			});
		}
		catch (BackOffInterruptedException ex) {
			// the lease is still to be released, which an interrupted thread may refuse
			Thread.interrupted();
			// a listener that is interrupted by itself is called again, but not at once
			throw new EndOfTurnException(stopping.hasBegun() ? TurnResult.ENDED : TurnResult.retry(ex));
		}
	}

	private ExponentialBackOffPolicy backOff(Stopping stopping) {
		ExponentialBackOffPolicy policy = new ExponentialBackOffPolicy();
		policy.setInitialInterval(this.options.initialBackoff().toMillis());
		policy.setMultiplier(2);
		policy.setMaxInterval(this.options.maxBackoff().toMillis());
		policy.setSleeper((millis) -> stopping.sleep(this.timing, Duration.ofMillis(millis)));
		return policy;
	}

}
