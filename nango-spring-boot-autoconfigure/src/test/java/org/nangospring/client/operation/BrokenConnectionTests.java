package org.nangospring.client.operation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Function;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;
import org.springframework.core.io.buffer.DataBufferUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Answers that break off, and what stands in headers byte by byte.
 */
class BrokenConnectionTests {

	private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

	private static final String WHOLE = HEAD + "Content-Length: 11\r\nConnection: close\r\n\r\n{\"data\":[]}";

	private static final String CUT = HEAD + "Content-Length: 500\r\n\r\n{\"data\":[]}";

	private static final String CUT_CHUNK = HEAD + "Transfer-Encoding: chunked\r\n\r\nb\r\n{\"data\":[]}\r\n";

	private final ManualTiming timing = new ManualTiming();

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anAnswerThatBreaksOffIsAskedForAgain(Mode mode) throws IOException {
		try (RawServer server = RawServer.answering(CUT, CUT_CHUNK, WHOLE); NangoClient nango = client(server)) {
			assertThat(mode.call(list(), nango)).asInstanceOf(InstanceOfAssertFactories.LIST).isEmpty();
			assertThat(server.requests()).hasSize(3);
			assertThat(this.timing.waits()).hasSize(2);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anAnswerThatAlwaysBreaksOffIsABrokenConnection(Mode mode) throws IOException {
		try (RawServer server = RawServer.answering(CUT); NangoClient nango = client(server)) {
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
					() -> mode.call(list(), nango));
			assertThat(failure.reason()).isEqualTo(Reason.RESET);
			assertThat(failure.attempts()).isEqualTo(4);
			assertThat(failure).hasMessageContaining("broke before the answer was complete");
			assertThat(server.requests()).hasSize(4);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anActionWhoseAnswerBreaksOffIsNotRepeated(Mode mode) throws IOException {
		try (RawServer server = RawServer.answering(CUT); NangoClient nango = client(server)) {
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
					() -> mode.call(ActionOperations.all().get(0), nango));
			assertThat(failure.reason()).isEqualTo(Reason.RESET);
			assertThat(failure.attempts()).isEqualTo(1);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void whatIsNoHttpIsABrokenConnection(Mode mode) throws IOException {
		try (RawServer server = RawServer.answering("SSH-2.0-OpenSSH\r\n\r\n"); NangoClient nango = client(server)) {
			assertThatExceptionOfType(NangoTransportException.class)
				.isThrownBy(() -> mode.call(ActionOperations.all().get(0), nango));
		}
	}

	@Test
	void aStreamThatBreaksOffFailsInsteadOfEnding() throws IOException {
		try (RawServer server = RawServer.answering(CUT); NangoClient nango = client(server)) {
			InputStream body = Objects
				.requireNonNull(nango.connection("github", "conn-1").proxy().get("/file").stream().body());
			assertThatExceptionOfType(NangoTransportException.class).isThrownBy(body::readAllBytes);
			assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> nango.reactive()
				.connection("github", "conn-1")
				.proxy()
				.get("/file")
				.stream()
				.flatMapMany((response) -> Objects.requireNonNull(response.body()))
				.doOnNext(DataBufferUtils::release)
				.blockLast());
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void anUnreadableContentTypeIsNoJson(Mode mode) throws IOException {
		String answer = "HTTP/1.1 200 OK\r\nContent-Type: ///\r\nContent-Length: 11\r\nConnection: close\r\n\r\n"
				+ "{\"data\":[]}";
		try (RawServer server = RawServer.answering(answer); NangoClient nango = client(server)) {
			assertThatExceptionOfType(NangoResponseException.class).isThrownBy(() -> mode.call(list(), nango));
		}
	}

	@Test
	void anIdInLatin1ArrivesInAHeaderAsTheSameBytes() throws IOException {
		assertThat(headerOf((nango) -> nango.connection("größe", "é+%/ x").actions().trigger("a", null)))
			.contains("Provider-Config-Key: gr\u00f6\u00dfe\r\n", "Connection-Id: \u00e9+%/ x\r\n");
		assertThat(headerOf(
				(nango) -> nango.connection("g", "c").proxy().get("/").header("X-Name", "Zoë").retrieve(String.class)))
			.contains("Nango-Proxy-X-Name: Zo\u00eb\r\n");
	}

	private String headerOf(Function<NangoClient, Object> call) throws IOException {
		try (RawServer server = RawServer.answering(WHOLE); NangoClient nango = client(server)) {
			call.apply(nango);
			return server.requests().get(0);
		}
	}

	private NangoClient client(RawServer server) {
		return TestClients.builder(server.url(), this.timing).build();
	}

	private static Operation list() {
		return IntegrationOperations.all().get(0);
	}

}
