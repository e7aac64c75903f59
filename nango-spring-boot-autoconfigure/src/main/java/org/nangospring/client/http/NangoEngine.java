package org.nangospring.client.http;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.RateLimit;

/**
 * The engine of one client: one transport, one retry rule and two executors on top.
 */
public final class NangoEngine implements AutoCloseable {

	private final EngineSettings settings;

	private final HttpTransport transport;

	private final RateLimitTracker rateLimits = new RateLimitTracker();

	private final Closing closing = new Closing();

	private final BlockingExecutor blocking;

	private final ReactiveExecutor reactive;

	/**
	 * Creates the engine. Nothing is connected before the first call.
	 * @param settings what it needs to know
	 */
	public NangoEngine(EngineSettings settings) {
		this.settings = settings;
		this.transport = new HttpTransport(settings, this.closing);
		Attempts attempts = new Attempts(settings, this.transport, this.rateLimits, this.closing);
		RetryRule rule = new RetryRule(settings);
		CallFactory calls = new CallFactory(settings);
		this.reactive = new ReactiveExecutor(calls, attempts,
				new ReactorRetryLoop(rule, attempts, settings.timing(), this.closing), settings.timing(), this.closing);
		this.blocking = new BlockingExecutor(this.reactive, calls, attempts,
				new SpringRetryLoop(rule, settings.timing(), this.closing), settings.timing(), this.closing);
	}

	/**
	 * Runs calls for callers that wait.
	 * @return the executor
	 */
	public BlockingExecutor blocking() {
		return this.blocking;
	}

	/**
	 * Runs calls for subscribers.
	 * @return the executor
	 */
	public ReactiveExecutor reactive() {
		return this.reactive;
	}

	/**
	 * The root of Nango's API.
	 * @return the address
	 */
	public URI host() {
		return this.settings.host();
	}

	/**
	 * What Nango said last about the rate limit.
	 * @return the rate limit, or null before the first answer that told it
	 */
	public @Nullable RateLimit rateLimit() {
		return this.rateLimits.last();
	}

	/**
	 * Ends the engine: calls under way and calls that come later fail, and all
	 * connections are closed.
	 */
	@Override
	public void close() {
		// first refuse what comes, then end what is there
		this.transport.refuse();
		try {
			this.closing.close();
		}
		finally {
			this.transport.close();
		}
	}

}
