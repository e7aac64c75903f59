package org.nangospring.listener;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoAccessDeniedException;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoCredentialsException;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.connection.ConnectionQuery;
import org.nangospring.client.connection.ConnectionSummary;

/**
 * Asks Nango which connections an integration has.
 */
final class ConnectionDirectory {

	private final NangoClient nango;

	ConnectionDirectory(NangoClient nango) {
		this.nango = nango;
	}

	/**
	 * Lists the connections of an integration. One that is there may be missing, when
	 * others are deleted while pages are fetched.
	 */
	List<ConnectionSummary> list(String integrationId) {
		try (Stream<ConnectionSummary> connections = this.nango.connections().stream(of(integrationId))) {
			return connections.filter((connection) -> connection.integrationId().equals(integrationId)).toList();
		}
	}

	/**
	 * Looks up one connection.
	 * @return the connection, or null when Nango has none
	 */
	@Nullable ConnectionSummary find(String integrationId, String connectionId) {
		Consumer<ConnectionQuery> query = of(integrationId)
			.andThen((condition) -> condition.connectionId(connectionId));
		try (Stream<ConnectionSummary> connections = this.nango.connections().stream(query)) {
			return connections
				.filter((connection) -> connection.integrationId().equals(integrationId)
						&& connection.connectionId().equals(connectionId))
				.findFirst()
				.orElse(null);
		}
	}

	/**
	 * Asks for one connection by its own address, which names one that is gone as such.
	 * @return whether Nango itself says that there is no such connection; an integration
	 * that is not there or a key that may not ask says nothing about it
	 */
	boolean isGone(String integrationId, String connectionId) {
		try {
			this.nango.connection(integrationId, connectionId).get();
			return false;
		}
		catch (NangoNotFoundException ex) {
			return Integer.valueOf(404).equals(ex.status()) && !"unknown_provider_config".equals(ex.code());
		}
		catch (NangoCredentialsException | NangoAccessDeniedException ex) {
			return false;
		}
	}

	/**
	 * Nango would take an id with a comma for two.
	 */
	private static Consumer<ConnectionQuery> of(String integrationId) {
		return (query) -> {
			if (integrationId.indexOf(',') < 0) {
				query.integrationIds(integrationId);
			}
		};
	}

}
