package org.nangospring.client.http;

import java.time.Duration;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoCallListener;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoRetryPolicy;

/**
 * The one rule by which calls are repeated; the blocking and the reactive executor share
 * it. It reads only what the exception says. A policy of the application has a say within
 * its limits.
 */
final class RetryRule {

	private static final Log logger = LogFactory.getLog(RetryRule.class);

	private final EngineSettings settings;

	private final BackOff backOff;

	private final RetryBudget budget;

	RetryRule(EngineSettings settings, RetryBudget budget) {
		this.settings = settings;
		this.backOff = new BackOff(settings.retry());
		this.budget = budget;
	}

	/**
	 * Decides after a failed attempt, cheapest question first; the budget comes last
	 * because asking it takes from it.
	 * @return how long to wait before the next attempt, or null to give up
	 */
	@Nullable Duration delayAfter(Call call, NangoException failure) {
		if (!failure.isRepeatable() || call.attempts() >= this.settings.retry().maxAttempts()) {
			return null;
		}
		Duration delay = wished(call, failure);
		if (delay == null || delay.compareTo(call.timeLeft()) >= 0 || !this.budget.tryTake()) {
			return null;
		}
		call.repeated(failure, delay);
		tellListeners(failure, delay);
		return delay;
	}

	/**
	 * What the application's policy wants, where there is one.
	 */
	private @Nullable Duration wished(Call call, NangoException failure) {
		Duration usual = this.backOff.delay(call.attempts(), failure.retryAfter());
		try {
			NangoRetryPolicy policy = this.settings.extensions().retryPolicy();
			if (policy == null) {
				return usual;
			}
			Duration wished = policy.delayAfter(new Attempt(failure, call.attempts(), call.timeLeft(), usual));
			return (wished != null) ? atLeast(failure.retryAfter(), wished) : null;
		}
		catch (RuntimeException ex) {
			logger.warn("The NangoRetryPolicy failed, so the call is not repeated", ex);
			return null;
		}
	}

	private static Duration atLeast(@Nullable Duration retryAfter, Duration wished) {
		Duration least = (retryAfter != null) ? retryAfter : Duration.ZERO;
		return (wished.compareTo(least) < 0) ? least : wished;
	}

	/**
	 * A listener that fails, such as a meter registry that is full, must not take the
	 * call with it.
	 */
	private void tellListeners(NangoException failure, Duration delay) {
		for (NangoCallListener listener : this.settings.listeners()) {
			try {
				listener.onRetry(this.settings.name(), failure, RetryReason.of(failure), delay);
			}
			catch (RuntimeException ex) {
				logger.warn("A NangoCallListener failed: " + listener.getClass().getName(), ex);
			}
		}
	}

	void succeeded(Call call) {
		this.budget.succeeded(call.attempts());
	}

	private record Attempt(NangoException failure, int attempts, Duration timeLeft,
			@Nullable Duration usualDelay) implements NangoRetryPolicy.FailedAttempt {
	}

}
