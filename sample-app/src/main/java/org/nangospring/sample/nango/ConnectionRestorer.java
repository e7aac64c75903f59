package org.nangospring.sample.nango;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes connections that there were in an earlier run.
 */
final class ConnectionRestorer {

	private static final String ACCOUNT = "acme";

	private static final Duration SINCE_LAST_RUN = Duration.ofMinutes(5);

	private final Workspace workspace;

	private final Consumer<Runnable> alone;

	ConnectionRestorer(Workspace workspace, Consumer<Runnable> alone) {
		this.workspace = workspace;
		this.alone = alone;
	}

	void restore(String integrationId, String connectionId, Map<String, String> tags) {
		this.alone.accept(() -> {
			Integration integration = this.workspace.integrations().find(integrationId);
			if (integration == null || this.workspace.connections().find(connectionId, integrationId) != null) {
				return;
			}
			Credentials credentials = Credentials.of(integration.provider(), ACCOUNT, this.workspace.now());
			Connection connection = new Connection(this.workspace.connections().nextId(), connectionId, integration,
					credentials, this.workspace.now());
			tags.forEach(connection::tag);
			this.workspace.connections().add(connection);
			this.workspace.syncs().addRun(connection, this.workspace.now().minus(SINCE_LAST_RUN));
		});
	}

}
