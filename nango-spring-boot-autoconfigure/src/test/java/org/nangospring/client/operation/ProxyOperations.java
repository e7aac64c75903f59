package org.nangospring.client.operation;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The short forms of the proxy.
 */
final class ProxyOperations {

	static final String USER = """
			{"login":"uma","id":5}""";

	private ProxyOperations() {
	}

	static List<Operation> all() {
		return List.of(
				call("get", "short").safe()
					.blocking((nango) -> nango.connection("github", "conn-1").proxy().get("/user", User.class))
					.reactive((nango) -> nango.connection("github", "conn-1").proxy().get("/user", User.class)),
				call("delete", "short")
					.blocking((nango) -> nango.connection("github", "conn-1").proxy().delete("/user", User.class))
					.reactive((nango) -> nango.connection("github", "conn-1").proxy().delete("/user", User.class)),
				withBody("post")
					.blocking((nango) -> nango.connection("github", "conn-1")
						.proxy()
						.post("/user", Map.of("login", "uma"), User.class))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.proxy()
						.post("/user", Map.of("login", "uma"), User.class)),
				withBody("put")
					.blocking((nango) -> nango.connection("github", "conn-1")
						.proxy()
						.put("/user", Map.of("login", "uma"), User.class))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.proxy()
						.put("/user", Map.of("login", "uma"), User.class)),
				withBody("patch")
					.blocking((nango) -> nango.connection("github", "conn-1")
						.proxy()
						.patch("/user", Map.of("login", "uma"), User.class))
					.reactive((nango) -> nango.connection("github", "conn-1")
						.proxy()
						.patch("/user", Map.of("login", "uma"), User.class)));
	}

	private static Operation withBody(String method) {
		return call(method, "short").body("""
				{"login":"uma"}""");
	}

	static Operation call(String method, String description) {
		return Operation.of("proxy." + method, description)
			.proxy()
			.sends(method.toUpperCase(Locale.ROOT), "/proxy/user")
			.connectionHeaders()
			.expects(Operation.Expects.OBJECT_OR_NULL)
			.answered(200, USER)
			.checks((result) -> assertThat(result).isEqualTo(new User("uma", 5)));
	}

	record User(String login, long id) {
	}

}
