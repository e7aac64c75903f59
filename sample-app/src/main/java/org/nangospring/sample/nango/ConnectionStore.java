package org.nangospring.sample.nango;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The connections of the environment.
 */
final class ConnectionStore {

	private final List<Connection> newestFirst = new ArrayList<>();

	private int lastId;

	int nextId() {
		return ++this.lastId;
	}

	List<Connection> newestFirst() {
		return List.copyOf(this.newestFirst);
	}

	List<Connection> of(Integration integration) {
		return this.newestFirst.stream().filter((connection) -> connection.integration() == integration).toList();
	}

	@Nullable Connection find(String connectionId, String providerConfigKey) {
		for (Connection connection : this.newestFirst) {
			if (connection.connectionId().equals(connectionId)
					&& connection.integration().uniqueKey().equals(providerConfigKey)) {
				return connection;
			}
		}
		return null;
	}

	void add(Connection connection) {
		this.newestFirst.add(0, connection);
	}

	void remove(Connection connection) {
		this.newestFirst.remove(connection);
	}

}
