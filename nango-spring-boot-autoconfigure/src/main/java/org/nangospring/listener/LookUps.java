package org.nangospring.listener;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.connection.ConnectionSummary;

/**
 * The questions about single connections that a refresh of an integration asks: each of
 * them once, and not too many, because calls are rationed. One that fails keeps no other
 * from being asked.
 */
final class LookUps {

	/** The others come next time. */
	private static final int MOST = 50;

	/** After so many there is an outage. */
	private static final int FAILURES = 3;

	private final ConnectionDirectory directory;

	private final String integrationId;

	private final RateLimitGate gate;

	private final Map<String, @Nullable Optional<ConnectionSummary>> found = new HashMap<>();

	private final Map<String, Boolean> gone = new HashMap<>();

	private int failures;

	private @Nullable String lastAsked;

	private @Nullable RuntimeException failure;

	LookUps(ConnectionDirectory directory, String integrationId, RateLimitGate gate) {
		this.directory = directory;
		this.integrationId = integrationId;
		this.gate = gate;
	}

	/**
	 * Looks a connection up in the list.
	 * @return the connection, or that there is none; null when that was not found out
	 */
	@Nullable Optional<ConnectionSummary> find(String connectionId) {
		if (!this.found.containsKey(connectionId) && mayAsk(this.found)) {
			this.found.put(connectionId, null);
			attempt(connectionId, () -> this.found.put(connectionId,
					Optional.ofNullable(this.directory.find(this.integrationId, connectionId))));
		}
		return this.found.get(connectionId);
	}

	/**
	 * Asks for the connection itself.
	 * @return whether Nango says that there is none; null when that was not found out
	 */
	@Nullable Boolean isGone(String connectionId) {
		if (!this.gone.containsKey(connectionId) && mayAsk(this.gone)) {
			attempt(connectionId,
					() -> this.gone.put(connectionId, this.directory.isGone(this.integrationId, connectionId)));
		}
		return this.gone.get(connectionId);
	}

	private boolean mayAsk(Map<?, ?> asked) {
		return asked.size() < MOST && this.failures < FAILURES && this.gate.pausedUntil() == null;
	}

	private void attempt(String connectionId, Runnable question) {
		this.lastAsked = connectionId;
		try {
			question.run();
		}
		catch (RuntimeException ex) {
			this.failures++;
			RuntimeException first = this.failure;
			if (first == null) {
				this.failure = ex;
			}
			else if (first != ex) {
				first.addSuppressed(ex);
			}
		}
	}

	/**
	 * The connection that was asked for last.
	 * @return its id, or null when none was
	 */
	@Nullable String lastAsked() {
		return this.lastAsked;
	}

	/**
	 * Ends the questions.
	 * @throws RuntimeException what the first of those threw that failed
	 */
	void end() {
		if (this.failure != null) {
			throw this.failure;
		}
	}

}
