package org.nangospring.client.network;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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
 * Proxies that make no tunnel: the exception says that it was the proxy, and how often it
 * is asked again. No request got anywhere, so an action is no different from a read.
 */
class HttpProxyFailureTests {

	private static final String PASSWORD = "s3cr3t-password";

	@ParameterizedTest
	@ValueSource(strings = { "https", "http" })
	void aProxyThatWantsToKnowWhoAsksIsNotAskedAgain(String scheme) throws IOException {
		try (RawServer proxy = answering("407 Proxy Authentication Required")) {
			fails(scheme, proxy, (builder) -> builder, 1, "wants a user name and a password (407)",
					"nango.http-proxy.username", "nango.http-proxy.password");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "https", "http" })
	void aProxyThatDoesNotAcceptThePasswordIsNotAskedAgain(String scheme) throws IOException {
		try (RawServer proxy = answering("407 Proxy Authentication Required")) {
			fails(scheme, proxy, (builder) -> builder.httpProxy((options) -> options.credentials("anna", PASSWORD)), 1,
					"did not accept the user name or the password (407)", "nango.http-proxy.password");
		}
	}

	@ParameterizedTest
	@CsvSource({ "https,403,1", "http,403,1", "https,400,1", "https,502,4", "http,502,4", "https,503,4", "https,504,4",
			"https,429,4", "https,408,4" })
	void aProxyThatRefusesIsAskedAgainIfItMayChangeItsMind(String scheme, int status, int attempts) throws IOException {
		try (RawServer proxy = answering(status + " Something")) {
			fails(scheme, proxy, (builder) -> builder, attempts, "(" + status + ")", "nango.example");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "https", "http" })
	void aProxyThatIsNoneIsNamed(String scheme) throws IOException {
		try (RawServer proxy = RawServer.answering("SSH-2.0-OpenSSH_9.2\r\n\r\n")) {
			fails(scheme, proxy, (builder) -> builder, 4, "did not answer as an HTTP proxy does",
					"nango.http-proxy.port");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "https", "http" })
	void aProxyThatHangsUpIsAskedAgain(String scheme) throws IOException {
		try (RawServer proxy = new RawServer((request, connection, out) -> connection.close())) {
			fails(scheme, proxy, (builder) -> builder, 4, "did not answer as an HTTP proxy does");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "https", "http" })
	void aProxyThatStaysSilentEndsAfterTheTimeToConnect(String scheme) throws IOException {
		try (RawServer proxy = new RawServer((request, connection, out) -> {
		})) {
			fails(scheme, proxy, (builder) -> builder.connectTimeout(Duration.ofMillis(50)), 4, "PT0.05S",
					"nango.timeout.connect");
		}
	}

	@Test
	void aProxyThatIsNotThereIsNamed() throws IOException {
		int port;
		try (RawServer proxy = answering("200 OK")) {
			port = proxy.port();
		}
		try (NangoClient nango = TestClients.builder("https://nango.example", new ManualTiming())
			.httpProxy((options) -> options.address("127.0.0.1", port))
			.build()) {
			NangoTransportException failure = failure(() -> nango.integrations().list());
			assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
			assertThat(failure.attempts()).isEqualTo(4);
			assertThat(failure).hasMessageContaining("no connection to the HTTP proxy 127.0.0.1:" + port)
				.hasMessageContaining("nango.http-proxy.host");
		}
	}

	@Test
	void aProxyWhoseNameIsUnknownIsNamed() {
		// longer than a name may be, so that nobody is asked for it
		String name = "x".repeat(64);
		try (NangoClient nango = TestClients.builder("https://nango.example", new ManualTiming())
			.httpProxy((options) -> options.address(name, 3128))
			.build()) {
			NangoTransportException failure = failure(() -> nango.integrations().list());
			assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
			assertThat(failure.attempts()).isEqualTo(4);
			assertThat(failure).hasMessageContaining("host name of the HTTP proxy " + name)
				.hasMessageContaining("nango.http-proxy.host");
		}
	}

	private static void fails(String scheme, RawServer proxy, Setting setting, int attempts, String... texts) {
		try (NangoClient nango = setting
			.on(TestClients.builder(scheme + "://nango.example", new ManualTiming())
				.httpProxy((options) -> options.address("127.0.0.1", proxy.port())))
			.build()) {
			for (ThrowingCallable call : calls(nango)) {
				NangoTransportException failure = failure(call);
				assertThat(failure.reason()).isEqualTo(Reason.CONNECT);
				assertThat(failure.attempts()).isEqualTo(attempts);
				assertThat(failure.getMessage()).contains("the HTTP proxy 127.0.0.1:" + proxy.port()).contains(texts);
				assertThat(trace(failure)).doesNotContain(PASSWORD).doesNotContain(TestClients.KEY);
			}
		}
		assertThat(proxy.requests()).hasSize(2 * attempts)
			.allMatch((head) -> head.startsWith("CONNECT nango.example:"))
			.noneMatch((head) -> head.contains(TestClients.KEY));
	}

	private static List<ThrowingCallable> calls(NangoClient nango) {
		return List.of(() -> nango.integrations().list(),
				() -> nango.reactive().connection("github", "c").actions().trigger("a", null).block());
	}

	private static NangoTransportException failure(ThrowingCallable call) {
		NangoTransportException failure = catchThrowableOfType(NangoTransportException.class, call);
		assertThat(failure).isNotNull();
		return failure;
	}

	private static String trace(Throwable failure) {
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		return trace.toString();
	}

	/**
	 * A proxy that answers and leaves hanging up to the client.
	 */
	private static RawServer answering(String status) throws IOException {
		String answer = "HTTP/1.1 " + status + "\r\nContent-Length: 0\r\n\r\n";
		return new RawServer((request, connection, out) -> {
			out.write(answer.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			connection.getInputStream().transferTo(OutputStream.nullOutputStream());
		});
	}

	private interface Setting {

		NangoClientBuilder on(NangoClientBuilder builder);

	}

}
