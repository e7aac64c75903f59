package org.nangospring.client.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.netty.channel.ChannelOption;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Answers that are broken or meant to do harm: the right error, the right number of
 * requests, and a connection that is used again or closed.
 */
@ExtendWith(ThreadCheck.class)
class BrokenAnswerTests {

	private static final String OK = AnswerWriter.JSON + "Content-Length: 11\r\n\r\n{\"data\":[]}";

	private static final Duration CALL_TIMEOUT = Duration.ofSeconds(40);

	private final ManualTiming timing = new ManualTiming();

	private final Semaphore ended = new Semaphore(0);

	static Stream<Arguments> everyBrokenAnswerBothWays() {
		return Stream.of(BrokenAnswer.values())
			.flatMap((answer) -> Stream.of(Way.values()).map((way) -> Arguments.of(answer, way)));
	}

	@ParameterizedTest
	@MethodSource("everyBrokenAnswerBothWays")
	void aReadFailsWithTheRightErrorAfterTheRightNumberOfRequests(BrokenAnswer answer, Way way) throws Exception {
		int attempts = answer.requestsOfRead();
		try (RawServer server = server(answer, attempts); NangoClient nango = client(server)) {
			NangoException failure = catchThrowableOfType(NangoException.class, () -> way.list(nango));
			assertThat(failure).isExactlyInstanceOf(answer.error()).hasMessageContaining(answer.message());
			assertThat(failure.attempts()).isEqualTo(attempts);
			assertThat(server.requests()).hasSize(attempts);
			assertThatTheDeadlineWasKept(attempts);
			assertThatTheConnectionIsBackOrClosed(answer, attempts, server, nango, way);
		}
	}

	@ParameterizedTest
	@MethodSource("everyBrokenAnswerBothWays")
	void anActionIsNotRepeated(BrokenAnswer answer, Way way) throws Exception {
		try (RawServer server = server(answer, 1); NangoClient nango = client(server)) {
			NangoException failure = catchThrowableOfType(NangoException.class, () -> way.act(nango, Map.of("a", 1)));
			assertThat(failure).isExactlyInstanceOf(answer.error()).hasMessageContaining(answer.message());
			assertThat(failure.attempts()).isEqualTo(1);
			assertThat(server.requests()).hasSize(1);
			assertThatTheDeadlineWasKept(1);
			assertThatTheConnectionIsBackOrClosed(answer, 1, server, nango, way);
		}
	}

	@ParameterizedTest
	@CsvSource({ "BLOCKING,100 Continue", "BLOCKING,102 Processing", "BLOCKING,103 Early Hints",
			"REACTIVE,100 Continue", "REACTIVE,102 Processing", "REACTIVE,103 Early Hints" })
	void whatComesBeforeTheAnswerIsNotTheAnswer(Way way, String status) throws IOException {
		String hints = "HTTP/1.1 " + status + "\r\nLink: </x>; rel=preload\r\n\r\n";
		try (RawServer server = new RawServer((request, connection, out) -> write(hints + OK, out));
				NangoClient nango = client(server)) {
			assertThat(way.list(nango)).isZero();
			assertThat(way.list(nango)).isZero();
			assertThat(server.requests()).hasSize(2);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "GZIP_BOMB,BLOCKING", "GZIP_BOMB,REACTIVE", "HUGE_STRING,BLOCKING", "HUGE_STRING,REACTIVE",
			"NEVER_ENDING_BODY,BLOCKING", "NEVER_ENDING_BODY,REACTIVE", "NEVER_ENDING_ERROR,BLOCKING",
			"NEVER_ENDING_ERROR,REACTIVE" })
	void noMoreOfAnAnswerIsHeldThanTheLimitAllows(BrokenAnswer answer, Way way) throws IOException {
		MeasuredAllocator memory = new MeasuredAllocator();
		try (RawServer server = server(answer, 1);
				NangoClient nango = builder(server).httpClient((http) -> http.option(ChannelOption.ALLOCATOR, memory))
					.build()) {
			assertThat(catchThrowableOfType(NangoException.class, () -> way.list(nango)))
				.isExactlyInstanceOf(answer.error());
			// what has come and is not copied yet
			assertThat(memory.most()).isBetween(1L, BrokenAnswer.LIMIT * 3L / 4);
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aBodyThatComesByteByByteTakesNoMoreMemoryThanAnother(Way way) throws IOException {
		String chunkOfOneByte = "1;" + "x".repeat(3900) + "\r\n \r\n";
		AnswerWriter writer = AnswerWriter.endless(AnswerWriter.JSON + "Transfer-Encoding: chunked\r\n\r\n",
				chunkOfOneByte.repeat(20));
		MeasuredAllocator memory = new MeasuredAllocator();
		try (RawServer server = new RawServer((request, connection, out) -> writer.write(out));
				NangoClient nango = builder(server).httpClient((http) -> http.option(ChannelOption.ALLOCATOR, memory))
					.maxInMemorySize(8 * 1024)
					.build()) {
			assertThat(catchThrowableOfType(NangoResponseException.class, () -> way.list(nango)))
				.hasMessageContaining("larger than");
			// whoever kept what the bytes came in would hold 32 megabytes; Netty keeps
			// some
			// reads
			assertThat(memory.most()).isBetween(1L, 8L * 1024 * 1024);
		}
	}

	/**
	 * Every attempt had what the waits before it had left of the time for the call.
	 */
	private void assertThatTheDeadlineWasKept(int attempts) {
		Duration left = CALL_TIMEOUT;
		assertThat(this.timing.limits()).hasSize(attempts);
		for (int attempt = 0; attempt < attempts; attempt++) {
			assertThat(this.timing.limits().get(attempt)).isPositive().isEqualTo(left);
			left = left.minus((attempt < attempts - 1) ? this.timing.waits().get(attempt) : Duration.ZERO);
		}
	}

	/**
	 * There may be one connection only, so nobody else gets one that is lost.
	 */
	private void assertThatTheConnectionIsBackOrClosed(BrokenAnswer answer, int attempts, RawServer server,
			NangoClient nango, Way way) throws InterruptedException {
		assertThat(way.list(nango)).as("afterwards").isZero();
		assertThat(server.requests()).hasSize(attempts + 1);
		assertThat(server.connections()).isEqualTo(answer.keepsConnection() ? 1 : attempts + 1);
		assertThat(this.ended.tryAcquire(attempts, 30, TimeUnit.SECONDS)).as("have ended").isTrue();
	}

	private RawServer server(BrokenAnswer answer, int times) throws IOException {
		return new RawServer((request, connection, out) -> {
			if (request > times) {
				write(OK, out);
				return;
			}
			try {
				answer.answer(connection, out);
			}
			finally {
				this.ended.release();
			}
		});
	}

	private static void write(String answer, OutputStream out) throws IOException {
		out.write(answer.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	private NangoClient client(RawServer server) {
		return builder(server).build();
	}

	private NangoClientBuilder builder(RawServer server) {
		return TestClients.builder(server.url(), this.timing)
			.callTimeout(CALL_TIMEOUT)
			.maxInMemorySize(BrokenAnswer.LIMIT)
			.pool((pool) -> pool.maxConnections(1));
	}

}
