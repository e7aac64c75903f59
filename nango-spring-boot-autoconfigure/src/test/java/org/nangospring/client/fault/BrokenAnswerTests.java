package org.nangospring.client.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Answers that are broken or meant to do harm: the right error, the right number of
 * requests, and a client that works afterwards.
 */
class BrokenAnswerTests {

	private static final String OK = BrokenAnswer.JSON + "Content-Length: 11\r\nConnection: close\r\n\r\n{\"data\":[]}";

	static Stream<Arguments> everyBrokenAnswerBothWays() {
		return Stream.of(BrokenAnswer.values())
			.flatMap((answer) -> Stream.of(Way.values()).map((way) -> Arguments.of(answer, way)));
	}

	@ParameterizedTest
	@MethodSource("everyBrokenAnswerBothWays")
	void aReadFailsWithTheRightErrorAfterTheRightNumberOfRequests(BrokenAnswer answer, Way way) throws IOException {
		int attempts = answer.requestsOfRead();
		try (RawServer server = new RawServer(
				(request, connection, out) -> answer(answer, request > attempts, connection, out));
				NangoClient nango = client(server)) {
			NangoException failure = catchThrowableOfType(NangoException.class, () -> way.list(nango));
			assertThat(failure).isExactlyInstanceOf(answer.error()).hasMessageContaining(answer.message());
			assertThat(failure.attempts()).isEqualTo(attempts);
			assertThat(server.requests()).hasSize(attempts);
			assertThat(way.list(nango)).as("afterwards").isZero();
		}
	}

	@ParameterizedTest
	@MethodSource("everyBrokenAnswerBothWays")
	void anActionIsNotRepeated(BrokenAnswer answer, Way way) throws IOException {
		try (RawServer server = new RawServer((request, connection, out) -> answer(answer, false, connection, out));
				NangoClient nango = client(server)) {
			NangoException failure = catchThrowableOfType(NangoException.class, () -> way.act(nango, Map.of("a", 1)));
			assertThat(failure).isExactlyInstanceOf(answer.error());
			assertThat(failure.attempts()).isEqualTo(1);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "BLOCKING,100 Continue", "BLOCKING,102 Processing", "BLOCKING,103 Early Hints",
			"REACTIVE,100 Continue", "REACTIVE,102 Processing", "REACTIVE,103 Early Hints" })
	void whatComesBeforeTheAnswerIsNotTheAnswer(Way way, String status) throws IOException {
		String hints = "HTTP/1.1 " + status + "\r\nLink: </x>; rel=preload\r\n\r\n";
		try (RawServer server = RawServer.answering(hints + OK); NangoClient nango = client(server)) {
			assertThat(way.list(nango)).isZero();
			assertThat(server.requests()).hasSize(1);
		}
	}

	private static void answer(BrokenAnswer answer, boolean healed, Socket connection, OutputStream out)
			throws IOException {
		if (healed) {
			out.write(OK.getBytes(StandardCharsets.US_ASCII));
		}
		else {
			answer.write(out);
		}
		out.flush();
		connection.shutdownOutput();
		// whoever closes with unread bytes sends a reset, which may overtake the answer
		connection.getInputStream().transferTo(OutputStream.nullOutputStream());
	}

	private static NangoClient client(RawServer server) {
		return TestClients.builder(server.url(), new ManualTiming()).maxInMemorySize(BrokenAnswer.LIMIT).build();
	}

}
