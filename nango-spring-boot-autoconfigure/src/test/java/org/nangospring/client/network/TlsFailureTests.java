package org.nangospring.client.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import javax.net.ServerSocketFactory;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Handshakes that fail: what the exception says, and how often it is tried. The server
 * must never see a request.
 */
class TlsFailureTests {

	@Test
	void aServerThatNobodyVouchesForIsNotCalledAgain() throws IOException {
		ServerSocketFactory sockets = Certificates.sockets(Certificates.loopback());
		String text = "is signed by nobody whom this application trusts";
		failsOnce(sockets, (builder) -> builder, text, "nango.ssl.bundle");
		failsOnce(sockets,
				(builder) -> builder
					.tls((tls) -> tls.trustManagerFactory(Certificates.trusting(Certificates.OTHER_AUTHORITY))),
				text, "nango.ssl.bundle");
	}

	@Test
	void aServerWithTheCertificateOfAnotherHostIsNotCalledAgain() throws IOException {
		failsOnce(Certificates.sockets(Certificates.named("nango.example")), TlsFailureTests::trusting,
				"is for another host", "nango.host");
	}

	@Test
	void aServerWhoseCertificateHasExpiredIsNotCalledAgain() throws IOException {
		failsOnce(Certificates.sockets(Certificates.expired()), TlsFailureTests::trusting, "has expired", "clock");
	}

	@Test
	void aServerWithoutAVersionInCommonIsNotCalledAgain() throws IOException {
		failsOnce(Certificates.sockets(Certificates.loopback(), "TLSv1.2"),
				(builder) -> trusting(builder).tls((tls) -> tls.protocols(List.of("TLSv1.3"))),
				"no version of TLS or no cipher in common", "nango.ssl.bundle");
	}

	@Test
	void aServerThatWantsACertificateThatIsNotThereIsNotCalledAgain() throws IOException {
		// with TLS 1.3 the client learns of it only after its request; which alert it
		// gets depends on the JDK
		failsOnce(Certificates.demandingSockets(Certificates.loopback()),
				(builder) -> trusting(builder).tls((tls) -> tls.protocols(List.of("TLSv1.2"))), "wants a",
				"certificate", "nango.ssl.bundle");
	}

	@Test
	void settingsThatNobodyKnowsAreNamedAndNothingIsConnected() throws IOException {
		try (RawServer server = new RawServer(Certificates.sockets(Certificates.loopback()), Answers.KEEPING_ALIVE);
				NangoClient nango = TestClients.builder(server.url(), new ManualTiming())
					.tls((tls) -> tls.ciphers(List.of("TLS_WITH_NONSENSE")))
					.build()) {
			for (ThrowingCallable call : calls(nango)) {
				NangoTransportException failure = failure(call);
				assertThat(failure.reason()).isEqualTo(Reason.TLS);
				assertThat(failure.attempts()).isEqualTo(1);
				assertThat(failure).hasMessageContaining("TLS_WITH_NONSENSE").hasMessageContaining("nango.ssl.bundle");
			}
			assertThat(server.connections()).isZero();
		}
	}

	@Test
	void aServerThatSpeaksPlainHttpIsNotCalledAgainAndNotQuoted() throws IOException {
		try (Listener server = new Listener((connection) -> connection.getOutputStream()
			.write("HTTP/1.1 400 Bad Request\r\n\r\ns3cr3t".getBytes(StandardCharsets.US_ASCII)));
				NangoClient nango = TestClients.builder(server.url(), new ManualTiming()).build()) {
			for (ThrowingCallable call : calls(nango)) {
				NangoTransportException failure = failure(call);
				assertThat(failure.reason()).isEqualTo(Reason.TLS);
				assertThat(failure).hasMessageContaining("does not speak TLS").hasMessageContaining("nango.host");
				assertThat(failure.getCause()).hasMessageNotContaining("733363723374");
			}
			assertThat(server.connections()).isEqualTo(2);
			assertNothingWasTold(server);
		}
	}

	@Test
	void aServerThatHangsUpInTheHandshakeIsCalledAgainWhateverTheOperation() throws IOException {
		hangsUp((connection) -> connection.close());
	}

	@Test
	void aConnectionThatIsResetInTheHandshakeIsMadeAgainWhateverTheOperation() throws IOException {
		hangsUp((connection) -> {
			connection.setSoLinger(true, 0);
			connection.close();
		});
	}

	@Test
	void aHandshakeWithoutAnswerEndsAfterTheTimeToConnect() throws IOException {
		try (Listener server = new Listener((connection) -> {
		});
				NangoClient nango = TestClients.builder(server.url(), new ManualTiming())
					.connectTimeout(Duration.ofMillis(50))
					.retry((retry) -> retry.maxAttempts(2))
					.build()) {
			for (ThrowingCallable call : calls(nango)) {
				NangoTransportException failure = failure(call);
				assertThat(failure.reason()).isEqualTo(Reason.TLS);
				assertThat(failure.attempts()).isEqualTo(2);
				assertThat(failure).hasMessageContaining("PT0.05S").hasMessageContaining("nango.timeout.connect");
			}
			assertNothingWasTold(server);
		}
	}

	private static void hangsUp(Listener.Reaction reaction) throws IOException {
		try (Listener server = new Listener(reaction);
				NangoClient nango = TestClients.builder(server.url(), new ManualTiming()).build()) {
			for (ThrowingCallable call : calls(nango)) {
				NangoTransportException failure = failure(call);
				assertThat(failure.reason()).isEqualTo(Reason.TLS);
				assertThat(failure.attempts()).isEqualTo(4);
				assertThat(failure).hasMessageContaining("hung up in the middle of the TLS handshake")
					.hasMessageContaining("nango.host");
			}
			assertThat(server.connections()).isEqualTo(8);
			assertNothingWasTold(server);
		}
	}

	private static void failsOnce(ServerSocketFactory sockets, Setting setting, String... texts) throws IOException {
		try (RawServer server = new RawServer(sockets, Answers.KEEPING_ALIVE);
				NangoClient nango = setting.on(TestClients.builder(server.url(), new ManualTiming())).build()) {
			for (ThrowingCallable call : calls(nango)) {
				NangoTransportException failure = failure(call);
				assertThat(failure.reason()).isEqualTo(Reason.TLS);
				assertThat(failure.attempts()).isEqualTo(1);
				assertThat(failure.isRepeatable()).isFalse();
				assertThat(failure.getMessage()).contains(texts).contains("127.0.0.1:" + server.port());
			}
			assertThat(server.connections()).isEqualTo(2);
			assertThat(server.requests()).isEmpty();
		}
	}

	/**
	 * A read, and an action, which must not be carried out twice.
	 */
	private static List<ThrowingCallable> calls(NangoClient nango) {
		return List.of(() -> nango.integrations().list(),
				() -> nango.reactive().connection("github", "c").actions().trigger("a", null).block());
	}

	private static NangoTransportException failure(ThrowingCallable call) {
		NangoTransportException failure = catchThrowableOfType(NangoTransportException.class, call);
		assertThat(failure).isNotNull();
		return failure;
	}

	private static void assertNothingWasTold(Listener server) {
		assertThat(server.received()).isNotEmpty()
			.noneMatch((bytes) -> bytes.contains(TestClients.KEY) || bytes.contains("HTTP/1.1"));
	}

	private static NangoClientBuilder trusting(NangoClientBuilder builder) {
		return builder.tls((tls) -> tls.trustManagerFactory(Certificates.trusting(Certificates.AUTHORITY)));
	}

	private interface Setting {

		NangoClientBuilder on(NangoClientBuilder builder);

	}

}
