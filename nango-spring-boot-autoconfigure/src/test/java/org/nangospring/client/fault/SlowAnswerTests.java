package org.nangospring.client.fault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;
import reactor.core.Disposable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Wherever an answer stops, its call ends at its deadline, at the limit on silence or
 * when the caller gives up, and the connection is closed. There is one connection at
 * most, so that nobody gets one that is lost.
 */
@ExtendWith(ThreadCheck.class)
class SlowAnswerTests {

	private static final String OK = AnswerWriter.JSON + "Content-Length: 2\r\n\r\n{}";

	private final ManualTiming timing = new ManualTiming();

	private final Semaphore begun = new Semaphore(0);

	private final Semaphore closed = new Semaphore(0);

	static Stream<Arguments> everySlowAnswerBothWays() {
		return Stream.of(SlowAnswer.values())
			.flatMap((answer) -> Stream.of(Way.values()).map((way) -> Arguments.of(answer, way)));
	}

	@ParameterizedTest
	@MethodSource("everySlowAnswerBothWays")
	void theDeadlineEndsACall(SlowAnswer answer, Way way) throws Exception {
		try (RawServer server = server(answer, 2); NangoClient nango = client(server).build()) {
			assertThat(endedByDeadline(() -> way.list(nango)).attempts()).isEqualTo(1);
			assertThat(endedByDeadline(() -> way.act(nango, Map.of())).attempts()).isEqualTo(1);
			assertThat(server.requests()).hasSize(2);
			assertThatTheNextCallSucceeds(nango, way);
		}
	}

	@ParameterizedTest
	@MethodSource("everySlowAnswerBothWays")
	void theLimitOnSilenceEndsAnAttempt(SlowAnswer answer, Way way) throws Exception {
		try (RawServer server = server(answer, 5);
				NangoClient nango = client(server).responseTimeout(Duration.ofMillis(50)).build()) {
			assertThat(silent(() -> way.list(nango)).attempts()).isEqualTo(4);
			assertThat(this.closed.tryAcquire(4, 30, TimeUnit.SECONDS)).as("closed").isTrue();
			assertThat(server.requests()).hasSize(4);
			assertThat(silent(() -> way.act(nango, Map.of())).attempts()).isEqualTo(1);
			assertThat(this.closed.tryAcquire(30, TimeUnit.SECONDS)).as("closed").isTrue();
			assertThat(server.requests()).hasSize(5);
			assertThatTheNextCallSucceeds(nango, way);
		}
	}

	@ParameterizedTest
	@EnumSource(SlowAnswer.class)
	void aSubscriberMayGiveUp(SlowAnswer answer) throws Exception {
		try (RawServer server = server(answer, 1); NangoClient nango = client(server).build()) {
			Disposable call = nango.reactive().integrations().list().subscribe();
			assertThat(this.begun.tryAcquire(30, TimeUnit.SECONDS)).as("begun").isTrue();
			call.dispose();
			assertThat(this.closed.tryAcquire(30, TimeUnit.SECONDS)).as("closed").isTrue();
			assertThat(server.requests()).hasSize(1);
			assertThatTheNextCallSucceeds(nango, Way.REACTIVE);
		}
	}

	@ParameterizedTest
	@EnumSource(SlowAnswer.class)
	void aCallerMayBeInterrupted(SlowAnswer answer) throws Exception {
		try (RawServer server = server(answer, 1); NangoClient nango = client(server).build()) {
			CompletableFuture<NangoTransportException> call = new CompletableFuture<>();
			Thread caller = Threads.daemon("caller", () -> call
				.complete(catchThrowableOfType(NangoTransportException.class, () -> nango.integrations().list())));
			assertThat(this.begun.tryAcquire(30, TimeUnit.SECONDS)).as("begun").isTrue();
			caller.interrupt();
			assertThat(call.get(30, TimeUnit.SECONDS).reason()).isEqualTo(Reason.INTERRUPTED);
			assertThat(this.closed.tryAcquire(30, TimeUnit.SECONDS)).as("closed").isTrue();
			assertThat(server.requests()).hasSize(1);
			assertThatTheNextCallSucceeds(nango, Way.BLOCKING);
		}
	}

	private NangoTransportException endedByDeadline(Supplier<Object> call) throws Exception {
		CompletableFuture<Object> result = Threads.start("caller", call);
		assertThat(this.begun.tryAcquire(30, TimeUnit.SECONDS)).as("begun").isTrue();
		this.timing.endCallUnderWay();
		ExecutionException failed = catchThrowableOfType(ExecutionException.class,
				() -> result.get(30, TimeUnit.SECONDS));
		assertThat(failed).as("failure").hasCauseInstanceOf(NangoTransportException.class);
		NangoTransportException failure = (NangoTransportException) failed.getCause();
		assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
		assertThat(failure).hasMessageContaining("nango.timeout.call");
		assertThat(this.closed.tryAcquire(30, TimeUnit.SECONDS)).as("closed").isTrue();
		return failure;
	}

	private static NangoTransportException silent(Supplier<Object> call) {
		NangoTransportException failure = catchThrowableOfType(NangoTransportException.class, call::get);
		assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
		assertThat(failure).hasMessageContaining("nango.timeout.response");
		return failure;
	}

	/**
	 * It has a limit of its own, because the client's may be short.
	 */
	private static void assertThatTheNextCallSucceeds(NangoClient nango, Way way) {
		Duration limit = Duration.ofMinutes(1);
		String answer = way.call(nango,
				(it) -> it.connection("github", "c").proxy().get("/x").timeout(limit).retrieve(String.class),
				(it) -> it.connection("github", "c").proxy().get("/x").timeout(limit).retrieve(String.class));
		assertThat(answer).isEqualTo("{}");
	}

	private RawServer server(SlowAnswer answer, int times) throws IOException {
		return new RawServer((request, connection, out) -> {
			if (request > times) {
				out.write(OK.getBytes(StandardCharsets.US_ASCII));
				out.flush();
				return;
			}
			try {
				answer.write(out);
				this.begun.release();
				connection.getInputStream().transferTo(OutputStream.nullOutputStream());
			}
			finally {
				this.closed.release();
			}
		});
	}

	private NangoClientBuilder client(RawServer server) {
		return TestClients.builder(server.url(), this.timing).pool((pool) -> pool.maxConnections(1));
	}

}
