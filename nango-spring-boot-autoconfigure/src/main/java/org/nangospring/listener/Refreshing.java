package org.nangospring.listener;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.EngineTiming;
import reactor.core.Disposable;

/**
 * Has connections listed now and then, and looked up when something is said about them.
 * What is asked for while it is being done is done once more, not at the same time.
 */
final class Refreshing {

	private static final Log logger = LogFactory.getLog(Refreshing.class);

	private static final Duration FIRST_WAIT = Duration.ofSeconds(1);

	private final Membership membership;

	private final RateLimitGate gate;

	private final ListenerObserver observer;

	private final Executor executor;

	private final EngineTiming timing;

	private final Duration interval;

	private final Map<String, Integration> integrations = new HashMap<>();

	private final Set<RecordStreamId> lookUps = new HashSet<>();

	private boolean closed;

	Refreshing(Membership membership, RateLimitGate gate, ListenerObserver observer, Executor executor,
			EngineTiming timing, Duration interval) {
		this.membership = membership;
		this.gate = gate;
		this.observer = observer;
		this.executor = executor;
		this.timing = timing;
		this.interval = interval;
	}

	/**
	 * Has the connections of an integration listed now, and from now on.
	 */
	void refresh(String integrationId) {
		Integration integration;
		synchronized (this) {
			if (this.closed) {
				return;
			}
			integration = this.integrations.computeIfAbsent(integrationId, Integration::new);
			if (integration.running) {
				integration.again = true;
				return;
			}
			integration.running = true;
			integration.cancelTimer();
		}
		execute(() -> list(integration));
	}

	/**
	 * Has one connection looked up now.
	 */
	void lookUp(ListenerRuntime listener, String connectionId, boolean hinted) {
		RecordStreamId id = listener.definition().stream(connectionId);
		synchronized (this) {
			if (this.closed || !this.lookUps.add(id)) {
				return;
			}
		}
		execute(() -> lookUp(listener, id, hinted));
	}

	private void lookUp(ListenerRuntime listener, RecordStreamId id, boolean hinted) {
		Duration pause = pause();
		if (pause != null) {
			this.timing.schedule(pause, () -> execute(() -> lookUp(listener, id, hinted)));
			return;
		}
		synchronized (this) {
			this.lookUps.remove(id);
			if (this.closed) {
				return;
			}
		}
		try {
			this.membership.lookUp(listener, id.connectionId(), hinted);
		}
		catch (Throwable ex) {
			this.observer.listingFailed(id.integrationId(), ex);
			logger.warn("The connection of " + id + " could not be looked up. It joins or leaves when connections are"
					+ " listed next.", ex);
		}
	}

	/**
	 * How long to wait for the next window of the rate limit.
	 */
	private @Nullable Duration pause() {
		Instant until = this.gate.pausedUntil();
		return (until != null) ? Duration.between(this.timing.now(), until) : null;
	}

	private void list(Integration integration) {
		Duration pause = pause();
		boolean paused = pause != null;
		Duration wait = (pause != null) ? pause : refresh(integration);
		boolean again;
		synchronized (this) {
			integration.running = false;
			// what is asked for again during a pause waits for its end too
			again = integration.again && !paused;
			integration.again = false;
			if (!again && !this.closed) {
				integration.timer = this.timing.schedule(wait, () -> refresh(integration.id));
			}
		}
		if (again) {
			refresh(integration.id);
		}
	}

	/**
	 * Lists connections now.
	 * @return how long to wait before the next time
	 */
	private Duration refresh(Integration integration) {
		try {
			this.membership.refresh(integration.id);
			integration.failures = 0;
			return this.interval;
		}
		catch (Throwable ex) {
			// also an error of the application: the next listing has to come all the same
			return failed(integration, ex);
		}
	}

	private Duration failed(Integration integration, Throwable failure) {
		integration.failures++;
		this.observer.listingFailed(integration.id, failure);
		if (Integer.bitCount(integration.failures) == 1) {
			logger.warn(
					"The connections of \"" + integration.id + "\" could not all be listed or looked up, "
							+ integration.failures
							+ " times in a row by now, so that some neither join nor leave. It is tried" + " again.",
					failure);
		}
		Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(integration.failures - 1, 20));
		return (wait.compareTo(this.interval) < 0) ? wait : this.interval;
	}

	private void execute(Runnable task) {
		try {
			this.executor.execute(task);
		}
		catch (Throwable ex) {
			synchronized (this) {
				if (this.closed) {
					return;
				}
			}
			logger.warn("There is no thread to list connections on. It is tried again in " + FIRST_WAIT, ex);
			this.timing.schedule(FIRST_WAIT, () -> execute(task));
		}
	}

	synchronized void close() {
		this.closed = true;
		this.integrations.values().forEach(Integration::cancelTimer);
	}

	private static final class Integration {

		private final String id;

		private boolean running;

		private boolean again;

		private int failures;

		private Disposable timer = () -> {
		};

		Integration(String id) {
			this.id = id;
		}

		private void cancelTimer() {
			this.timer.dispose();
		}

	}

}
