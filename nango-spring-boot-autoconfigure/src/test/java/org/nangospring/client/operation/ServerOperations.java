package org.nangospring.client.operation;

import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The server itself. Whoever asks wants to know how things are now, so nothing is
 * repeated.
 */
final class ServerOperations {

	private ServerOperations() {
	}

	static List<Operation> all() {
		return List.of(
				Operation.of("server.ping", "whether it is there")
					.blockingVoid((nango) -> nango.server().ping())
					.reactive((nango) -> nango.server().ping())
					.sends("GET", "/health")
					.expects(Operation.Expects.SUCCESS)
					.answered(200, """
							{"result":"ok"}""")
					.checks((result) -> assertThat(result).isNull()),
				Operation.of("server.verifyKey", "whether it knows the key")
					.blockingVoid((nango) -> nango.server().verifyKey())
					.reactive((nango) -> nango.server().verifyKey())
					.sends("GET", "/connections?limit=1")
					.expects(Operation.Expects.SUCCESS)
					.answered(200, """
							{"connections":[]}""")
					.checks((result) -> assertThat(result).isNull()));
	}

}
