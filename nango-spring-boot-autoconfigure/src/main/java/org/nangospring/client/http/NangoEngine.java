package org.nangospring.client.http;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.RateLimit;

/**
 * The engine of one client: one transport, one retry rule and two executors on top.
 */
public final class NangoEngine implements AutoCloseable {

	private final EngineSettings settings;

	private final RateLimitTracker rateLimits;

	private volatile @Nullable Parts parts;

	private boolean closed;

	/**
	 * Creates the engine. An application starts sooner when nothing of it is loaded until
	 * it calls, so that it is assembled then.
	 * @param settings what it needs to know
	 */
	public NangoEngine(EngineSettings settings) {
		this.settings = settings;
		this.rateLimits = new RateLimitTracker(settings.timing());
	}

	private Parts parts() {
		Parts parts = this.parts;
		return (parts != null) ? parts : assembled();
	}

	private synchronized Parts assembled() {
		Parts parts = this.parts;
		if (parts == null) {
			parts = assemble();
			if (this.closed) {
				// what comes after the end is refused by what would have done it
				parts.close();
			}
			this.parts = parts;
		}
		return parts;
	}

	private Parts assemble() {
		EngineTiming timing = this.settings.timing();
		Closing closing = new Closing();
		HttpTransport transport = new HttpTransport(this.settings, closing);
		Attempts attempts = new Attempts(this.settings, transport, this.rateLimits, closing);
		RetryRule rule = new RetryRule(this.settings);
		CallFactory calls = new CallFactory(this.settings);
		ReactiveExecutor reactive = new ReactiveExecutor(calls, attempts,
				new ReactorRetryLoop(rule, attempts, timing, closing), timing, closing);
		BlockingExecutor blocking = new BlockingExecutor(reactive, calls, attempts,
				new SpringRetryLoop(rule, timing, closing), timing, closing);
		return new Parts(transport, closing, reactive, blocking);
	}

	/**
	 * Runs calls for callers that wait.
	 * @return the executor
	 */
	public BlockingExecutor blocking() {
		return parts().blocking();
	}

	/**
	 * Runs calls for subscribers.
	 * @return the executor
	 */
	public ReactiveExecutor reactive() {
		return parts().reactive();
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
		Parts parts;
		synchronized (this) {
			this.closed = true;
			parts = this.parts;
		}
		if (parts != null) {
			parts.close();
		}
	}

	private record Parts(HttpTransport transport, Closing closing, ReactiveExecutor reactive,
			BlockingExecutor blocking) {

		void close() {
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

}
