package org.nangospring.listener;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

	/** The others come next time: calls are rationed. */
	private static final int LOOK_UPS = 50;

	private final ConnectionDirectory directory;

	private final ListenerRegistry listeners;

	private final StreamRegistry registry;

	private final StreamStore store;

	private final StreamDispatcher dispatcher;

	Membership(ConnectionDirectory directory, ListenerRegistry listeners, StreamRegistry registry, StreamStore store,
			StreamDispatcher dispatcher) {
		this.directory = directory;
		this.listeners = listeners;
		this.registry = registry;
		this.store = store;
		this.dispatcher = dispatcher;
	}

	/**
	 * Compares the streams of an integration with its connections.
	 * @throws RuntimeException if the connections cannot be listed; nothing has changed
	 * then
	 */
	void refresh(String integrationId) {
		List<ListenerRuntime> running = this.listeners.running(integrationId);
		if (running.isEmpty()) {
			return;
		}
		Map<String, ConnectionSummary> connections = new LinkedHashMap<>();
		this.directory.list(integrationId)
			.forEach((connection) -> connections.put(connection.connectionId(), connection));
		for (ListenerRuntime listener : running) {
			connections.values().forEach((connection) -> joinOrLeave(listener, connection, false));
			missing(listener, connections.keySet()).stream()
				.limit(LOOK_UPS)
				.forEach((id) -> lookUp(listener, id, false));
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
		if (connection != null) {
			joinOrLeave(listener, connection, hinted);
			return;
		}
		RecordStreamId id = listener.definition().stream(connectionId);
		if (this.registry.find(id) != null || this.store.find(id) != null) {
			leave(id, RecordStreamLeft.Reason.DELETED);
		}
	}

	/**
	 * Those that were looked after, by this instance or by one before it, and are not in
	 * the list.
	 */
	private Set<String> missing(ListenerRuntime listener, Set<String> listed) {
		Set<String> missing = new LinkedHashSet<>();
		this.registry.streams(listener).forEach((stream) -> missing.add(stream.id().connectionId()));
		this.store.list(listener.id())
			.stream()
			.map(StreamPosition::stream)
			.filter(listener::owns)
			.forEach((stream) -> missing.add(stream.connectionId()));
		missing.removeAll(listed);
		return missing;
	}

	private void joinOrLeave(ListenerRuntime listener, ConnectionSummary connection, boolean hinted) {
		Boolean selected = selects(listener, connection);
		if (selected == null) {
			return;
		}
		RecordStreamId id = listener.definition().stream(connection.connectionId());
		if (!selected) {
			if (this.registry.find(id) != null) {
				leave(id, RecordStreamLeft.Reason.NOT_SELECTED);
			}
			return;
		}
		ManagedStream joined = this.registry.join(listener, connection.connectionId());
		ManagedStream stream = (joined != null) ? joined : this.registry.find(id);
		if (stream != null && (joined != null || hinted)) {
			this.dispatcher.request(stream, true);
		}
	}

	private void leave(RecordStreamId id, RecordStreamLeft.Reason reason) {
		ManagedStream left = this.registry.leave(id, reason);
		if (left != null) {
			this.dispatcher.forget(left);
		}
	}

	private static @Nullable Boolean selects(ListenerRuntime listener, ConnectionSummary connection) {
		try {
			return listener.definition().selector().selects(connection);
		}
		catch (RuntimeException ex) {
			logger.warn("The ConnectionSelector of the listener \"" + listener.id()
					+ "\" failed, so the connection neither joins nor leaves", ex);
			return null;
		}
	}

}
