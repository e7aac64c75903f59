package org.nangospring.test;

import org.nangospring.client.http.NangoJson;
import tools.jackson.databind.node.ArrayNode;

/**
 * All paths that the mock knows.
 */
final class MockEndpoints {

	private MockEndpoints() {
	}

	static MockRouter router(MockState state) {
		MockRouter router = new MockRouter();
		router.add("GET", "/health", (call, path) -> MockAnswer.json(MockJson.object().put("result", "ok")));
		router.add("GET", "/environment-variables", (call, path) -> variables(state));
		new IntegrationEndpoints(state).register(router);
		// before connections: metadata is not the id of one
		new MetadataEndpoints(state).register(router);
		new ConnectionEndpoints(state).register(router);
		new ConnectEndpoints(state).register(router);
		new RecordEndpoints(state).register(router);
		new SyncEndpoints(state).register(router);
		new ActionEndpoints(state).register(router);
		new ProxyEndpoint(state).register(router);
		return router;
	}

	private static MockAnswer variables(MockState state) {
		ArrayNode json = NangoJson.instance().mapper().createArrayNode();
		state.variables().forEach((name, value) -> json.addObject().put("name", name).put("value", value));
		return MockAnswer.json(json);
	}

}
