package org.nangospring.benchmark.calls;

import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.nangospring.benchmark.stub.StubServer;
import org.nangospring.client.connection.Connection;
import org.nangospring.client.connection.OAuth2Credentials;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A benchmark of calls that bring nothing would be a fast one.
 */
class CallClientsTests {

	private static final String TOKEN = "not-a-token-but-as-long-as-one-0123456789";

	private static StubServer stub;

	private final BlockingCalls blocking = new BlockingCalls();

	@BeforeAll
	static void startStub() {
		stub = StubServer.start(1);
		System.setProperty(CallClients.STUB, stub.uri().toString());
	}

	@AfterAll
	static void stopStub() {
		System.clearProperty(CallClients.STUB);
		stub.close();
	}

	@Test
	void ourClientReadsTheConnection() {
		CallClients.Nango clients = new CallClients.Nango();
		assertConnection(this.blocking.nango(clients));
		assertConnection(Objects.requireNonNull(clients.reactive().connection("github", "conn-1").get().block()));
	}

	@Test
	void callsByHandReadTheSame() {
		assertAnswer(this.blocking.webClient(new CallClients.Plain()));
		assertAnswer(this.blocking.observedWebClient(new CallClients.Observed()));
	}

	@Test
	void bareReactorNettyGetsAllBytes() {
		byte[] answer = new CallClients.Raw().calls().call().block();
		assertThat(answer).asString().startsWith("{\"id\":4711,").endsWith("\"expires_in\":28800}}}");
	}

	@Test
	void callsUnderWayTogetherAllEnd() {
		ReactiveCalls reactive = new ReactiveCalls();
		RawCalls calls = new CallClients.Raw().calls();
		long before = stub.requests();
		reactive.run(50, calls::call);
		assertThat(stub.requests() - before).isEqualTo(50);
	}

	private static void assertConnection(Connection connection) {
		assertThat(connection.connectionId()).isEqualTo("conn-1");
		assertThat(connection.credentials()).isInstanceOfSatisfying(OAuth2Credentials.class,
				(credentials) -> assertThat(credentials.accessToken()).isEqualTo(TOKEN));
	}

	private static void assertAnswer(Object answer) {
		assertThat(answer).isInstanceOfSatisfying(ConnectionAnswer.class, (connection) -> {
			assertThat(connection.connectionId()).isEqualTo("conn-1");
			assertThat(connection.updatedAt()).isEqualTo("2026-03-14T09:26:53.589Z");
			assertThat(connection.credentials().accessToken()).isEqualTo(TOKEN);
			assertThat(connection.credentials().raw()).containsEntry("expires_in", 28800);
		});
	}

}
