package org.nangospring.listener;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
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

	private final ListenerObserver observer;

	private final Executor executor;

	private final EngineTiming timing;

	private final Duration interval;

	private final Map<String, Integration> integrations = new HashMap<>();

	private final Set<RecordStreamId> lookUps = new HashSet<>();

	private boolean closed;

	Refreshing(Membership membership, ListenerObserver observer, Executor executor, EngineTiming timing,
			Duration interval) {
		this.membership = membership;
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
		execute(() -> {
			synchronized (this) {
				this.lookUps.remove(id);
			}
			try {
				this.membership.lookUp(listener, connectionId, hinted);
			}
			catch (RuntimeException ex) {
				this.observer.listingFailed(id.integrationId(), ex);
				logger.warn("The connection of " + id + " could not be looked up. It joins or leaves when connections"
						+ " are listed next.", ex);
			}
		});
	}

	private void list(Integration integration) {
		Duration wait = this.interval;
		try {
			this.membership.refresh(integration.id);
			integration.failures = 0;
		}
		catch (RuntimeException ex) {
			wait = failed(integration, ex);
		}
		catch (Error ex) {
			// of a selector or an event listener; the next listing has to come all the
			// same
			wait = failed(integration, new IllegalStateException("An error ended the listing of connections", ex));
		}
		boolean again;
		synchronized (this) {
			integration.running = false;
			again = integration.again;
			integration.again = false;
			if (!again && !this.closed) {
				integration.timer = this.timing.schedule(wait, () -> refresh(integration.id));
			}
		}
		if (again) {
			refresh(integration.id);
		}
	}

	private Duration failed(Integration integration, RuntimeException failure) {
		integration.failures++;
		this.observer.listingFailed(integration.id, failure);
		if (Integer.bitCount(integration.failures) == 1) {
			logger.warn("The connections of \"" + integration.id + "\" could not be listed, " + integration.failures
					+ " times in a row by now, so that none join or leave. It is tried again.", failure);
		}
		Duration wait = FIRST_WAIT.multipliedBy(1L << Math.min(integration.failures - 1, 20));
		return (wait.compareTo(this.interval) < 0) ? wait : this.interval;
	}

	private void execute(Runnable task) {
		try {
			this.executor.execute(task);
		}
		catch (RejectedExecutionException ex) {
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
