package org.nangospring.sample.nango;

import java.util.Map;
import java.util.function.Consumer;

/**
 * Makes connections that there were in an earlier run.
 */
final class ConnectionRestorer {

	private static final String ACCOUNT = "acme";

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
			Credentials credentials = integration.provider().isOAuth()
					? Credentials.oauth(ACCOUNT, this.workspace.now()) : Credentials.apiKey(ACCOUNT);
			Connection connection = new Connection(this.workspace.connections().nextId(), connectionId, integration,
					credentials, this.workspace.now());
			tags.forEach(connection::tag);
			this.workspace.add(connection);
		});
	}

}
