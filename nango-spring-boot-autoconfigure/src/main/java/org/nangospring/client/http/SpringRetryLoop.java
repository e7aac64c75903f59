package org.nangospring.client.http;

import java.time.Duration;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;

import org.springframework.retry.RetryContext;
import org.springframework.retry.RetryPolicy;
import org.springframework.retry.backoff.BackOffContext;
import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.retry.backoff.BackOffPolicy;
import org.springframework.retry.context.RetryContextSupport;
import org.springframework.retry.support.RetryTemplate;

/**
 * Repeats blocking attempts with Spring Retry. All that is asked of Spring Retry is the
 * loop: whether and when comes from {@link RetryRule}.
 */
final class SpringRetryLoop {

	private final RetryRule rule;

	private final EngineTiming timing;

	private final Closing closing;

	private final RetryTemplate template = new RetryTemplate();

	SpringRetryLoop(RetryRule rule, EngineTiming timing, Closing closing) {
		this.rule = rule;
		this.timing = timing;
		this.closing = closing;
		this.template.setRetryPolicy(new RulePolicy());
		this.template.setBackOffPolicy(new RuleBackOff());
	}

	<T> T run(Call call, Supplier<T> attempt) {
		T result = this.template.<T, RuntimeException>execute((context) -> {
			((RuleContext) context).call = call;
			return attempt.get();
		});
		this.rule.succeeded(call);
		return result;
	}

	/**
	 * Holds the call, and the rule's answer to its last failure.
	 */
	private static final class RuleContext extends RetryContextSupport {

		private static final long serialVersionUID = 1L;

		private transient @Nullable Call call;

		private @Nullable Duration delay;

		RuleContext(@Nullable RetryContext parent) {
			super(parent);
		}

	}

	private final class RulePolicy implements RetryPolicy {

		private static final long serialVersionUID = 1L;

		@Override
		public RetryContext open(@Nullable RetryContext parent) {
			return new RuleContext(parent);
		}

		@Override
		public void registerThrowable(RetryContext context, @Nullable Throwable throwable) {
			RuleContext ours = (RuleContext) context;
			ours.registerThrowable(throwable);
			ours.delay = (throwable instanceof NangoException failure && ours.call != null)
					? SpringRetryLoop.this.rule.delayAfter(ours.call, failure) : null;
		}

		@Override
		public boolean canRetry(RetryContext context) {
			return context.getLastThrowable() == null || ((RuleContext) context).delay != null;
		}

		@Override
		public void close(RetryContext context) {
			// nothing is held
		}

	}

	private final class RuleBackOff implements BackOffPolicy {

		@Override
		public BackOffContext start(RetryContext context) {
			return new RuleBackOffContext((RuleContext) context);
		}

		@Override
		public void backOff(BackOffContext context) {
			Duration delay = ((RuleBackOffContext) context).context().delay;
			if (delay == null) {
				return;
			}
			try {
				SpringRetryLoop.this.closing.sleep(SpringRetryLoop.this.timing, delay);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new BackOffInterruptedException("interrupted between two attempts", ex);
			}
		}

	}

	private record RuleBackOffContext(RuleContext context) implements BackOffContext {
	}

}
