package org.nangospring.client.fault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;
import org.nangospring.client.action.AsyncAction;
import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What is under way when the client is closed ends at once: every limit here is so long
 * that nothing else could end it.
 */
class ShutdownTests {

	private static final Duration LONG = Duration.ofHours(2);

	private static final String NOT_NOW = SmallServer.answer(503, "Retry-After: 3600\r\n", "{}");

	private static final String RATE_LIMIT = SmallServer.answer(429, "Retry-After: 3600\r\n",
			"{\"error\":{\"code\":\"too_many_request\",\"method\":\"GET\",\"path\":\"/action/a-1\"}}");

	private static final String BEGINNING = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc";

	@ParameterizedTest
	@EnumSource(Way.class)
	void aCallThatWaitsForItsAnswerEndsAndItsConnectionIsClosed(Way way) throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch closed = new CountDownLatch(1);
		try (RawServer server = new RawServer((request, connection, out) -> {
			arrived.countDown();
			if (connection.getInputStream().read() < 0) {
				closed.countDown();
			}
		})) {
			NangoTransportException failure = closedDuring(client(server.url()), (nango) -> way.list(nango), arrived);
			assertThat(failure).hasMessageContaining("integrations.list")
				.hasMessageContaining("closed while the call was under way")
				.hasNoCause();
			assertThat(failure.attempts()).isEqualTo(1);
			assertThat(failure.isRepeatable()).isFalse();
			assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aCallThatWaitsForAConnectionEnds(Way way) throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		try (RawServer server = new RawServer((request, connection, out) -> arrived.countDown())) {
			NangoClient nango = TestClients.builder(server.url(), new RealTiming())
				.callTimeout(LONG)
				.responseTimeout(LONG)
				.pool((pool) -> pool.maxConnections(1).pendingAcquireTimeout(LONG))
				.build();
			CompletableFuture<Integer> first = Threads.start("first", () -> way.list(nango));
			assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
			CompletableFuture<Integer> second = Threads.start("second", () -> way.list(nango));
			nango.close();
			assertThat(failure(first).reason()).isEqualTo(Reason.CLOSED);
			assertThat(failure(second).reason()).isEqualTo(Reason.CLOSED);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aCallThatWaitsForItsNextAttemptEnds(Way way) throws Exception {
		CountDownLatch waiting = new CountDownLatch(1);
		try (SmallServer server = new SmallServer((request) -> NOT_NOW)) {
			NangoClient nango = TestClients.builder(server.url(), new RealTiming(waiting))
				.callTimeout(LONG)
				.retry((retry) -> retry.maxBackoff(LONG))
				.build();
			NangoTransportException failure = closedDuring(nango, (client) -> way.list(client), waiting);
			assertThat(failure).hasMessageContaining("integrations.list")
				.hasMessageContaining("closed while the call was under way");
			assertThat(server.requests()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aWaitForSomethingToHappenEnds(Way way) throws Exception {
		CountDownLatch waiting = new CountDownLatch(1);
		AsyncAction action = AsyncAction.of("a-1");
		try (SmallServer server = new SmallServer((request) -> RATE_LIMIT)) {
			// asked once a question, so that the wait is that of await()
			NangoClient nango = TestClients.builder(server.url(), new RealTiming(waiting))
				.retry((retry) -> retry.maxAttempts(1))
				.build();
			NangoTransportException failure = closedDuring(nango,
					(client) -> way.call(client, (it) -> it.actionResults().await(action, Object.class, LONG),
							(it) -> it.actionResults().await(action, Object.class, LONG)),
					waiting);
			assertThat(failure).hasMessageContaining("closed while the call was under way");
			assertThat(server.requests()).isEqualTo(1);
		}
	}

	@Test
	void aStreamThatIsReadEnds() throws Exception {
		CountDownLatch reading = new CountDownLatch(2);
		try (RawServer server = new RawServer((request, connection, out) -> {
			out.write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
			out.flush();
		})) {
			NangoClient nango = client(server.url());
			CompletableFuture<Object> blocking = Threads.start("blocking", () -> {
				try (InputStream body = body(nango)) {
					body.readNBytes(3);
					reading.countDown();
					return body.read();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
			CompletableFuture<Object> reactive = Threads.start("reactive",
					() -> nango.reactive()
						.connection("github", "c")
						.proxy()
						.get("/file")
						.stream()
						.flatMapMany((response) -> Objects.requireNonNull(response.body()))
						.doOnNext((buffer) -> {
							DataBufferUtils.release(buffer);
							reading.countDown();
						})
						.blockLast());
			assertThat(reading.await(30, TimeUnit.SECONDS)).isTrue();
			nango.close();
			assertThat(failure(blocking).reason()).isEqualTo(Reason.CLOSED);
			assertThat(failure(reactive).reason()).isEqualTo(Reason.CLOSED);
		}
	}

	@Test
	void aStreamThatIsOpenedAndNotReadGivesItsConnectionBackAtOnce() throws Exception {
		CountDownLatch closed = new CountDownLatch(1);
		try (RawServer server = new RawServer((request, connection, out) -> {
			out.write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
			out.flush();
			if (connection.getInputStream().read() < 0) {
				closed.countDown();
			}
		})) {
			NangoClient nango = client(server.url());
			var response = nango.reactive().connection("github", "c").proxy().get("/file").stream().block();
			Flux<DataBuffer> body = Objects.requireNonNull(Objects.requireNonNull(response).body());
			nango.close();
			assertThat(closed.await(30, TimeUnit.SECONDS)).as("connection closed").isTrue();
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class, body::blockLast);
			assertThat(failure.reason()).isEqualTo(Reason.CLOSED);
			assertThat(failure).hasMessageContaining("closed while the call was under way");
		}
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aCallAfterTheEndSendsNothing(Way way) throws Exception {
		try (SmallServer server = new SmallServer((request) -> SmallServer.ok("{\"data\":[]}"))) {
			NangoClient nango = client(server.url());
			nango.close();
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
					() -> way.list(nango));
			assertThat(failure.reason()).isEqualTo(Reason.CLOSED);
			assertThat(failure).hasMessageContaining("before the application shuts down");
			assertThat(server.requests()).isZero();
		}
	}

	@Test
	void aProgramThatForgetsToCloseItsClientStillEnds() throws Exception {
		String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		try (SmallServer server = new SmallServer((request) -> SmallServer.ok("{\"data\":[]}"))) {
			ProcessBuilder java = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					ForgetfulProgram.class.getName(), server.url());
			java.environment().put("CLASSPATH", classPath);
			Process program = java.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
			try {
				assertThat(program.waitFor(60, TimeUnit.SECONDS)).as("has ended").isTrue();
				assertThat(program.exitValue()).isZero();
				assertThat(server.requests()).isEqualTo(2);
			}
			finally {
				program.destroyForcibly();
			}
		}
	}

	private static InputStream body(NangoClient nango) {
		return Objects.requireNonNull(nango.connection("github", "c").proxy().get("/file").stream().body());
	}

	/**
	 * Makes a call, closes the client when a moment has come, and gives the call half a
	 * minute to end.
	 */
	private static NangoTransportException closedDuring(NangoClient nango, Function<NangoClient, Object> call,
			CountDownLatch moment) throws Exception {
		CompletableFuture<Object> result = Threads.start("caller", () -> call.apply(nango));
		assertThat(moment.await(30, TimeUnit.SECONDS)).isTrue();
		nango.close();
		NangoTransportException failure = failure(result);
		assertThat(failure.reason()).isEqualTo(Reason.CLOSED);
		return failure;
	}

	private static NangoTransportException failure(CompletableFuture<?> call) throws Exception {
		ExecutionException failed = catchThrowableOfType(ExecutionException.class,
				() -> call.get(30, TimeUnit.SECONDS));
		assertThat(failed).as("ended with an error").isNotNull();
		assertThat(failed.getCause()).isInstanceOf(NangoTransportException.class);
		return (NangoTransportException) failed.getCause();
	}

	private static NangoClient client(String url) {
		return TestClients.builder(url, new RealTiming()).callTimeout(LONG).responseTimeout(LONG).build();
	}

}
