package org.nangospring.client.http;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoRetryPolicy;
import org.nangospring.client.RateLimit;

/**
 * The engine of one client: one transport, one retry rule and two executors on top. An
 * engine that is derived from another has settings of its own and shares the rest.
 */
public final class NangoEngine implements AutoCloseable {

	private final EngineSettings settings;

	/** The engine that others were derived from, null in that one itself. */
	private final @Nullable NangoEngine root;

	private final RateLimitTracker rateLimits;

	private volatile @Nullable Parts parts;

	private boolean closed;

	/**
	 * Creates the engine. An application starts sooner when nothing of it is loaded until
	 * it calls, so that it is assembled then.
	 * @param settings what it needs to know
	 */
	public NangoEngine(EngineSettings settings) {
		this(settings, null, new RateLimitTracker(settings.timing()));
	}

	private NangoEngine(EngineSettings settings, @Nullable NangoEngine root, RateLimitTracker rateLimits) {
		this.settings = settings;
		this.root = root;
		this.rateLimits = rateLimits;
	}

	/**
	 * An engine that shares connections, budget and the memory of errors with this one,
	 * and ends with it.
	 * @param changed the settings, with the host, the pool and the budget of this one
	 * @return the engine; closing it does nothing
	 */
	public NangoEngine derive(EngineSettings changed) {
		boolean sameKey = changed.secretKey().equals(this.settings.secretKey());
		return new NangoEngine(changed, (this.root != null) ? this.root : this,
				sameKey ? this.rateLimits : new RateLimitTracker(changed.timing()));
	}

	private Parts parts() {
		Parts parts = this.parts;
		return (parts != null) ? parts : assembled();
	}

	private synchronized Parts assembled() {
		Parts parts = this.parts;
		if (parts == null) {
			parts = assemble((this.root != null) ? this.root.parts().shared() : share());
			if (this.closed) {
				// what comes after the end is refused by what would have done it
				parts.shared().close();
			}
			this.parts = parts;
		}
		return parts;
	}

	private Shared share() {
		return new Shared(new Connections(this.settings), new Closing(),
				new RetryBudget(this.settings.retry().budget()), new LastErrors());
	}

	private Parts assemble(Shared shared) {
		EngineTiming timing = this.settings.timing();
		Closing closing = shared.closing();
		HttpTransport transport = new HttpTransport(this.settings, shared.connections(), closing);
		Attempts attempts = new Attempts(this.settings, transport, this.rateLimits, closing, shared.lastErrors());
		RetryRule rule = new RetryRule(this.settings, shared.budget());
		CallFactory calls = new CallFactory(this.settings);
		ReactiveExecutor reactive = new ReactiveExecutor(calls, attempts,
				new ReactorRetryLoop(rule, attempts, timing, closing), timing, closing);
		BlockingExecutor blocking = new BlockingExecutor(reactive, calls, attempts,
				new SpringRetryLoop(rule, timing, closing), timing, closing);
		return new Parts(shared, reactive, blocking);
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
	 * What tells the client from others.
	 * @return its name
	 */
	public String name() {
		return this.settings.name();
	}

	/**
	 * The root of Nango's API.
	 * @return the address
	 */
	public URI host() {
		return this.settings.host();
	}

	/**
	 * What the engine was made with.
	 * @return the settings
	 */
	public EngineSettings settings() {
		return this.settings;
	}

	/**
	 * What Nango said last about the rate limit.
	 * @return the rate limit, or null before the first answer that told it
	 */
	public @Nullable RateLimit rateLimit() {
		return this.rateLimits.last();
	}

	/**
	 * How the engine is doing. Sends nothing.
	 * @return what is known now
	 */
	public EngineState state() {
		Shared shared = parts().shared();
		Extensions extensions = this.settings.extensions();
		NangoRetryPolicy policy = extensions.retryPolicy();
		return new EngineState(this.settings, EngineState.classes(extensions.interceptors()),
				(policy != null) ? policy.getClass().getName() : null, EngineState.classes(extensions.errorMappers()),
				shared.connections().usage(), shared.budget().left(), shared.lastErrors().byOperation());
	}

	/**
	 * Ends the engine: calls under way and calls that come later fail, and all
	 * connections are closed. A derived engine goes on until the first one is closed.
	 */
	@Override
	public void close() {
		if (this.root != null) {
			return;
		}
		Parts parts;
		synchronized (this) {
			this.closed = true;
			parts = this.parts;
		}
		if (parts != null) {
			parts.shared().close();
		}
	}

	private record Parts(Shared shared, ReactiveExecutor reactive, BlockingExecutor blocking) {
	}

	/**
	 * What engines share that are derived from each other.
	 */
	private record Shared(Connections connections, Closing closing, RetryBudget budget, LastErrors lastErrors) {

		void close() {
			// first refuse what comes, then end what is there
			this.connections.refuse();
			try {
				this.closing.close();
			}
			finally {
				this.connections.close();
			}
		}

	}

}
