package org.nangospring.client;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nangospring.client.NangoTransportException.Reason;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class TransportFailureTests {

	private static final String OK = """
			HTTP/1.1 200 OK\r
			Content-Type: application/json\r
			Content-Length: 11\r
			\r
			{"data":[]}""";

	private final ManualTiming timing = new ManualTiming();

	@Test
	void aRefusedConnectionIsRepeatedWhateverTheOperation() throws IOException {
		int port;
		try (RawServer server = new RawServer(RawServer.writing(""))) {
			port = server.port();
		}
		try (NangoClient nango = client("http://127.0.0.1:" + port).build()) {
			NangoTransportException failure = failure(
					() -> nango.connection("github", "c").actions().trigger("a", null));
			assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
			assertThat(failure.attempts()).isEqualTo(4);
			assertThat(failure).hasMessageContaining("127.0.0.1:" + port).hasMessageContaining("nango.host");
			assertThat(reactiveFailure(nango.reactive().integrations().list()).attempts()).isEqualTo(4);
		}
	}

	@Test
	void aHostThatCannotBeReachedIsAFailureToConnect() {
		for (IOException failure : List.of(new NoRouteToHostException("No route to host"),
				new SocketException("Network is unreachable"))) {
			try (NangoClient nango = client("http://nango.example")
				.httpClient((http) -> http.resolver(new NothingResolves(failure)))
				.build()) {
				NangoTransportException transport = failure(
						() -> nango.connection("github", "c").actions().trigger("a", null));
				assertThat(transport.reason()).isEqualTo(Reason.CONNECT);
				assertThat(transport.attempts()).isEqualTo(4);
			}
		}
	}

	@Test
	void aRedirectToAnAddressThatIsNoneIsStillARedirect() throws IOException {
		try (RawServer server = new RawServer(
				RawServer.writing("HTTP/1.1 302 Found\r\nLocation: http://[bad address\r\nContent-Length: 0\r\n\r\n"));
				NangoClient nango = client(server.url()).build()) {
			assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> nango.integrations().list())
				.withMessageContaining("302")
				.withMessageNotContaining("bad address");
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void anUnknownHostSaysSo() {
		try (NangoClient nango = client("http://nango.example")
			.httpClient((http) -> http.resolver(new NothingResolves(new UnknownHostException("nango.example"))))
			.retry((retry) -> retry.maxAttempts(1))
			.build()) {
			NangoTransportException failure = failure(() -> nango.integrations().list());
			assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
			assertThat(failure).hasMessageContaining("the host name of nango.example cannot be resolved");
		}
	}

	@Test
	void aConnectionThatBreaksBeforeTheAnswerIsRepeatedOnReadsOnly() throws IOException {
		try (RawServer server = new RawServer((request, connection, out) -> connection.close());
				NangoClient nango = client(server.url()).build()) {
			assertThat(failure(() -> nango.integrations().list()).reason()).isEqualTo(Reason.RESET);
			assertThat(server.requests()).hasSize(4);
			assertThat(failure(() -> nango.connection("github", "c").syncs().trigger("issues")).attempts())
				.isEqualTo(1);
			assertThat(server.requests()).hasSize(5);
			assertThat(failure(() -> nango.connection("github", "c").delete()).attempts()).isEqualTo(1);
			assertThat(
					failure(() -> nango.connection("github", "c").proxy().post("/x").retrieve(Void.class)).attempts())
				.isEqualTo(1);
		}
	}

	@Test
	void aConnectionThatBreaksOnAWriteThatMayBeCarriedOutTwiceIsRepeated() throws IOException {
		try (RawServer server = new RawServer((request, connection, out) -> connection.close());
				NangoClient nango = client(server.url()).build()) {
			assertThat(failure(() -> nango.connection("github", "c").setMetadata(Map.of("a", 1))).attempts())
				.isEqualTo(4);
			assertThat(failure(() -> nango.connection("github", "c").syncs().pause("issues")).attempts()).isEqualTo(4);
			assertThat(failure(() -> nango.integrations().update("github", (i) -> i.displayName("x"))).attempts())
				.isEqualTo(4);
			assertThat(failure(() -> nango.integrations().update("github", (i) -> i.integrationId("x"))).attempts())
				.isEqualTo(1);
		}
	}

	@Test
	void anAnswerThatIsCutOffIsRepeatedOnReads() throws IOException {
		String cutOff = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"data\":[";
		try (RawServer server = new RawServer((request, connection,
				out) -> RawServer.writing((request == 1) ? cutOff : OK).answer(request, connection, out));
				NangoClient nango = client(server.url()).build()) {
			assertThat(nango.integrations().list()).isEmpty();
			assertThat(server.requests()).hasSize(2);
		}
	}

	@Test
	void aChunkedAnswerThatIsCutOffIsAnErrorAndNoShortAnswer() throws IOException {
		String cutOff = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
				+ "b\r\n{\"data\":[]}\r\n";
		try (RawServer server = new RawServer(RawServer.writing(cutOff));
				NangoClient nango = client(server.url()).build()) {
			assertThat(failure(() -> nango.integrations().list()).reason()).isEqualTo(Reason.RESET);
			assertThat(reactiveFailure(nango.reactive().integrations().list()).reason()).isEqualTo(Reason.RESET);
		}
	}

	@Test
	void anAnswerThatIsNoHttpSaysSo() throws IOException {
		try (RawServer server = new RawServer(RawServer.writing("SSH-2.0-OpenSSH_9.2\r\n\r\n"));
				NangoClient nango = client(server.url()).retry((retry) -> retry.maxAttempts(1)).build()) {
			assertThat(failure(() -> nango.integrations().list())).hasMessageContaining("is not valid HTTP");
		}
	}

	@Test
	void tlsToAServerWithoutItSaysSoAndIsNotRepeated() throws IOException {
		try (PlainAnswer server = new PlainAnswer();
				NangoClient nango = client("https://127.0.0.1:" + server.port()).build()) {
			NangoTransportException failure = failure(() -> nango.integrations().list());
			assertThat(failure.reason()).isEqualTo(Reason.TLS);
			assertThat(failure.attempts()).isEqualTo(1);
		}
	}

	private NangoClientBuilder client(String host) {
		return TestClients.builder(host, this.timing);
	}

	private static NangoTransportException failure(ThrowingCallable call) {
		NangoTransportException failure = catchThrowableOfType(NangoTransportException.class, call);
		assertThat(failure).isNotNull();
		return failure;
	}

	private static NangoTransportException reactiveFailure(Mono<?> call) {
		NangoTransportException[] failure = new NangoTransportException[1];
		assertThatExceptionOfType(NangoTransportException.class).isThrownBy(call::block)
			.satisfies((ex) -> failure[0] = ex);
		return failure[0];
	}

	/**
	 * Answers plain text to whatever comes, so to a TLS handshake too.
	 */
	private static final class PlainAnswer implements AutoCloseable {

		private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

		PlainAnswer() throws IOException {
			Thread thread = new Thread(() -> {
				while (!this.socket.isClosed()) {
					try (Socket connection = this.socket.accept()) {
						connection.getInputStream().read(new byte[64]);
						connection.getOutputStream().write(OK.getBytes(StandardCharsets.US_ASCII));
					}
					catch (IOException ex) {
						// closed, or the client went away
					}
				}
			});
			thread.setDaemon(true);
			thread.start();
		}

		int port() {
			return this.socket.getLocalPort();
		}

		@Override
		public void close() throws IOException {
			this.socket.close();
		}

	}

}
