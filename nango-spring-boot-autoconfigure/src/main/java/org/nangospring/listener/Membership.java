package org.nangospring.listener;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.connection.ConnectionSummary;

/**
 * Lets streams join and leave as connections are made, chosen and deleted. Nothing leaves
 * because a question was not answered.
 */
final class Membership {

	private static final Log logger = LogFactory.getLog(Membership.class);

	private final ConnectionDirectory directory;

	private final ListenerRegistry listeners;

	private final StreamRegistry registry;

	private final Departures departures;

	private final StreamDispatcher dispatcher;

	private final RateLimitGate gate;

	Membership(ConnectionDirectory directory, ListenerRegistry listeners, StreamRegistry registry,
			Departures departures, StreamDispatcher dispatcher, RateLimitGate gate) {
		this.directory = directory;
		this.listeners = listeners;
		this.registry = registry;
		this.departures = departures;
		this.dispatcher = dispatcher;
		this.gate = gate;
	}

	/**
	 * Compares the streams of an integration with its connections. The application is
	 * told last: whoever hears of it may take long, and no stream is to wait for that.
	 * @throws RuntimeException if the connections cannot be listed, and nothing has
	 * changed then; or if some of those that are missing could not be looked up
	 */
	void refresh(String integrationId) {
		List<ListenerRuntime> running = this.listeners.running(integrationId);
		if (running.isEmpty()) {
			return;
		}
		Map<String, ConnectionSummary> connections = new LinkedHashMap<>();
		this.directory.list(integrationId)
			.forEach((connection) -> connections.put(connection.connectionId(), connection));
		LookUps lookUps = new LookUps(this.directory, integrationId, this.gate);
		List<RecordStreamEvent> news = new ArrayList<>();
		try {
			for (ListenerRuntime listener : running) {
				connections.values().forEach((connection) -> joinOrLeave(listener, connection, false, news));
			}
			this.departures.missing(integrationId, running, connections.keySet())
				.forEach((missing) -> lookUp(missing, lookUps, news));
		}
		finally {
			this.departures.asked(integrationId, lookUps);
			this.registry.announce(news);
		}
		lookUps.end();
	}

	private void lookUp(Departures.Missing missing, LookUps lookUps, List<RecordStreamEvent> news) {
		Optional<ConnectionSummary> found = lookUps.find(missing.connectionId());
		if (found == null) {
			return;
		}
		if (found.isPresent()) {
			joinOrLeave(missing.listener(), found.get(), false, news);
			return;
		}
		RecordStreamId id = missing.listener().definition().stream(missing.connectionId());
		leave(id, RecordStreamLeft.Reason.DELETED, news);
		if (!missing.suspicious()) {
			this.departures.forget(id, lookUps, news);
		}
	}

	/**
	 * Asks for one connection, and lets its stream join or leave accordingly.
	 * @param listener the listener
	 * @param connectionId the connection
	 * @param hinted whether there is a reason to believe that it has changes
	 * @throws RuntimeException if it cannot be looked up; nothing has changed then
	 */
	void lookUp(ListenerRuntime listener, String connectionId, boolean hinted) {
		ConnectionSummary connection = this.directory.find(listener.definition().integrationId(), connectionId);
		List<RecordStreamEvent> news = new ArrayList<>();
		if (connection != null) {
			joinOrLeave(listener, connection, hinted, news);
		}
		else {
			leave(listener.definition().stream(connectionId), RecordStreamLeft.Reason.DELETED, news);
		}
		this.registry.announce(news);
	}

	private void joinOrLeave(ListenerRuntime listener, ConnectionSummary connection, boolean hinted,
			List<RecordStreamEvent> news) {
		Boolean selected = selects(listener, connection);
		if (selected == null) {
			return;
		}
		RecordStreamId id = listener.definition().stream(connection.connectionId());
		if (!selected) {
			leave(id, RecordStreamLeft.Reason.NOT_SELECTED, news);
			return;
		}
		ManagedStream joined = this.registry.join(listener, connection.connectionId());
		ManagedStream stream = (joined != null) ? joined : this.registry.find(id);
		if (stream != null && (joined != null || hinted)) {
			this.dispatcher.request(stream, true);
		}
		if (joined != null) {
			news.add(new RecordStreamJoined(joined.id()));
		}
	}

	private void leave(RecordStreamId id, RecordStreamLeft.Reason reason, List<RecordStreamEvent> news) {
		ManagedStream left = this.registry.leave(id, reason, news);
		if (left != null) {
			this.dispatcher.forget(left);
		}
	}

	private static @Nullable Boolean selects(ListenerRuntime listener, ConnectionSummary connection) {
		try {
			return listener.definition().selector().selects(connection);
		}
		catch (Throwable ex) {
			logger.warn("The ConnectionSelector of the listener \"" + listener.id()
					+ "\" failed, so the connection neither joins nor leaves", ex);
			return null;
		}
	}

}
