package org.nangospring.test;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * {@code /proxy/…}.
 */
final class ProxyEndpoint {

	static final String PREFIX = "/proxy";

	private final MockState state;

	ProxyEndpoint(MockState state) {
		this.state = state;
	}

	void register(MockRouter router) {
		for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS")) {
			router.add(method, PREFIX + "/**", (call, path) -> call(call));
		}
	}

	private MockAnswer call(NangoCall call) {
		String path = call.path().substring(PREFIX.length());
		String calledPath = path.isEmpty() ? "/" : path;
		MockConnection connection = this.state.connections().known(call.integrationId(), call.connectionId());
		MockProxy proxy = proxy(connection, call, calledPath);
		if (connection != null ? !connection.exists() : proxy == null) {
			this.state.connections().required(call, MockError.of(400, "server_error", "Failed to get connection"));
		}
		if (connection != null && connection.credentials().failing()) {
			throw MockError.of(424, "connection_refresh_backoff",
					"A recent refresh attempt failed. Backing off before retrying.");
		}
		return (proxy != null) ? proxy.answer(call) : unknown(call, calledPath);
	}

	private @Nullable MockProxy proxy(@Nullable MockConnection connection, NangoCall call, String path) {
		MockProxy own = (connection != null) ? connection.scripts().proxy(call, path) : null;
		return (own != null) ? own : this.state.scripts().proxy(call, path);
	}

	/**
	 * What the provider answers is up to the mock.
	 */
	private static MockAnswer unknown(NangoCall call, String path) {
		String message = "The mock of Nango has no answer to " + call.method() + " " + path;
		return MockAnswer.json(404, MockJson.object().put("message", message))
			.hint("set up nangoMock.proxy(HttpMethod." + call.method() + ", \"" + path + "\").answers(…)");
	}

}
