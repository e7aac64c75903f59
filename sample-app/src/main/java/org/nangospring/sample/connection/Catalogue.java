package org.nangospring.sample.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.nangospring.sample.integration.IntegrationService;
import org.nangospring.sample.integration.IntegrationView;

import org.springframework.stereotype.Service;

/**
 * Brings integrations and connections together.
 */
@Service
public class Catalogue {

	private static final String FAVOURITE = "github";

	private final IntegrationService integrations;

	private final ConnectionService connections;

	Catalogue(IntegrationService integrations, ConnectionService connections) {
		this.integrations = integrations;
		this.connections = connections;
	}

	/**
	 * Lists all integrations with their connections.
	 * @return an entry for each integration, in the order of their ids
	 */
	public List<Entry> entries() {
		List<ConnectionView> all = this.connections.list(null);
		return this.integrations.list()
			.stream()
			.sorted(Comparator.comparing(IntegrationView::integrationId))
			.map((integration) -> entry(integration, all))
			.toList();
	}

	/**
	 * Chooses a connection to begin with: one of GitHub if there is one, for it has most
	 * to show.
	 * @param entries what there is
	 * @return a connection that works, if there is one
	 */
	public static Optional<ConnectionView> favourite(List<Entry> entries) {
		return entries.stream()
			.sorted(Comparator.comparing((entry) -> !entry.integration().provider().equals(FAVOURITE)))
			.flatMap((entry) -> entry.connections().stream())
			.filter((connection) -> connection.errors().isEmpty())
			.findFirst();
	}

	private static Entry entry(IntegrationView integration, List<ConnectionView> all) {
		return new Entry(integration,
				all.stream()
					.filter((connection) -> connection.integrationId().equals(integration.integrationId()))
					.sorted(Comparator.comparing(ConnectionView::connectionId))
					.toList());
	}

	/**
	 * An integration with its connections.
	 *
	 * @param integration the integration
	 * @param connections its connections, in the order of their ids
	 */
	public record Entry(IntegrationView integration, List<ConnectionView> connections) {
	}

}
