package org.nangospring.sample.nango;

/**
 * Which path belongs to which part of the API.
 */
final class Endpoints {

	private Endpoints() {
	}

	static Router of(Workspace workspace) {
		Router router = new Router();
		router.add("GET", "/health", (request, path) -> Answer.json(Json.object((it) -> it.put("result", "ok"))));
		new IntegrationsApi(workspace).register(router);
		// before the connections: "metadata" could be an id
		new MetadataApi(workspace).register(router);
		new ConnectionsApi(workspace).register(router);
		new ImportApi(workspace).register(router);
		new RecordsApi(workspace).register(router);
		new SyncsApi(workspace).register(router);
		new FrequencyApi(workspace).register(router);
		new ActionsApi(workspace).register(router);
		new ScriptsApi(workspace).register(router);
		ConnectSessionStore sessions = new ConnectSessionStore(workspace.clock());
		new ConnectSessionsApi(workspace, sessions).register(router);
		new ConnectPage(workspace, sessions).register(router);
		new EnvironmentApi().register(router);
		new ProxyApi(workspace).register(router);
		return router;
	}

}
