package org.nangospring.test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

/**
 * The connections that are set up.
 */
final class MockConnections {

	private final MockClock clock;

	private final MockIntegrations integrations;

	private final Map<Key, MockConnection> connections = new LinkedHashMap<>();

	private int lastId;

	MockConnections(MockClock clock, MockIntegrations integrations) {
		this.clock = clock;
		this.integrations = integrations;
	}

	/**
	 * A connection as it is known, or a new one.
	 */
	synchronized MockConnection named(String integrationId, String connectionId) {
		Key key = new Key(Arguments.id(integrationId, "integration id"), Arguments.id(connectionId, "connection id"));
		MockIntegration integration = this.integrations.named(integrationId);
		return this.connections.computeIfAbsent(key,
				(unused) -> new MockConnection(++this.lastId, integration, connectionId, this.clock));
	}

	/**
	 * A connection, also one that is missing on purpose.
	 */
	synchronized @Nullable MockConnection known(@Nullable String integrationId, @Nullable String connectionId) {
		return (integrationId != null && connectionId != null)
				? this.connections.get(new Key(integrationId, connectionId)) : null;
	}

	/**
	 * Those that are there, the newest one first, as Nango lists them.
	 */
	synchronized List<MockConnection> present() {
		List<MockConnection> present = new ArrayList<>(this.connections.values());
		present.removeIf((connection) -> !connection.exists());
		Collections.reverse(present);
		return present;
	}

	/**
	 * The connection of a call.
	 * @param call the call
	 * @param missing what to answer when there is none
	 */
	MockConnection required(NangoCall call, MockError missing) {
		return required(call.integrationId(), call.connectionId(), missing);
	}

	MockConnection required(@Nullable String integrationId, @Nullable String connectionId, MockError missing) {
		if (integrationId == null) {
			throw MockError.missing("invalid_headers", "provider-config-key");
		}
		if (connectionId == null) {
			throw MockError.missing("invalid_headers", "connection-id");
		}
		MockConnection connection = known(integrationId, connectionId);
		if (connection == null) {
			throw missing.hint("set up " + code(integrationId, connectionId));
		}
		if (!connection.exists()) {
			throw missing;
		}
		return connection;
	}

	synchronized void clear() {
		this.connections.clear();
	}

	static String code(String integrationId, String connectionId) {
		return "nangoMock.connection(\"" + integrationId + "\", \"" + connectionId + "\")";
	}

	private record Key(String integrationId, String connectionId) {
	}

}
