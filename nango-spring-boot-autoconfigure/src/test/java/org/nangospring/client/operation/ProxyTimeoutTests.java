package org.nangospring.client.operation;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import org.nangospring.client.RawServer;
import org.nangospring.client.TestClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Limits that one call has for itself.
 */
class ProxyTimeoutTests {

	private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nok";

	private final ManualTiming timing = new ManualTiming();

	private final CountDownLatch arrived = new CountDownLatch(1);

	private final CountDownLatch answer = new CountDownLatch(1);

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aShorterLimitEndsTheCallAndIsNamed(Mode mode) throws IOException {
		try (RawServer server = silent(); NangoClient nango = client(server, (builder) -> builder)) {
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
					() -> call(mode, nango, "POST", Duration.ofMillis(70)));
			assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
			assertThat(failure).hasMessageContaining("PT0.07S, the limit of this call");
			assertThat(failure.attempts()).isEqualTo(1);
			assertThat(this.timing.limits()).containsOnly(Duration.ofMillis(70));
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aShorterLimitOnTheWholeCallIsNamedToo(Mode mode) throws IOException {
		this.timing.letLimitsPass();
		try (RawServer server = silent(); NangoClient nango = client(server, (builder) -> builder)) {
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
					() -> call(mode, nango, "GET", Duration.ofSeconds(3)));
			assertThat(failure).hasMessageContaining("PT3S, the limit of this call");
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aLongerLimitStandsInForBothOfTheClient(Mode mode) throws Exception {
		try (RawServer server = new RawServer(this::patient);
				NangoClient nango = client(server, (builder) -> builder.responseTimeout(Duration.ofMillis(70))
					.callTimeout(Duration.ofSeconds(1)))) {
			CompletableFuture<Object> patient = CompletableFuture
				.supplyAsync(() -> call(mode, nango, "POST", Duration.ofMinutes(5)));
			assertThat(this.arrived.await(30, TimeUnit.SECONDS)).isTrue();
			// when this one has ended, the client's own limit has passed for the other
			// one as well
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
					() -> call(mode, nango, "POST", null));
			assertThat(failure).hasMessageContaining("nango.timeout.response");
			this.answer.countDown();
			assertThat(patient.get(30, TimeUnit.SECONDS)).isEqualTo("ok");
			assertThat(this.timing.limits()).containsExactlyInAnyOrder(Duration.ofMinutes(5), Duration.ofSeconds(1));
		}
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aLimitOfAnActionStandsInForBothOfTheClient(Mode mode) throws Exception {
		try (RawServer server = silent(); NangoClient nango = client(server, (builder) -> builder)) {
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class,
					() -> action(mode, nango, Duration.ofMillis(70)));
			assertThat(failure).hasMessageContaining("PT0.07S, the limit of this call");
			assertThat(this.timing.limits()).containsExactly(Duration.ofMillis(70));
		}
	}

	@Test
	void theLimitOfAStreamIsOnItsSilence() throws Exception {
		try (RawServer server = new RawServer((request, connection, out) -> {
			out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nok".getBytes(StandardCharsets.US_ASCII));
			out.flush();
		});
				NangoClient nango = NangoClient.builder().secretKey(TestClients.KEY).host(server.url()).build();
				InputStream body = Objects.requireNonNull(nango.connection("github", "c")
					.proxy()
					.get("/x")
					.timeout(Duration.ofSeconds(2))
					.stream()
					.body())) {
			assertThat(body.readNBytes(2)).asString().isEqualTo("ok");
			NangoTransportException failure = catchThrowableOfType(NangoTransportException.class, body::read);
			assertThat(failure).hasMessageContaining("PT2S, the limit of this call");
		}
	}

	@Test
	void aLimitThatIsNoneIsRefused() throws IOException {
		try (RawServer server = silent(); NangoClient nango = client(server, (builder) -> builder)) {
			for (Duration limit : new Duration[] { null, Duration.ZERO, Duration.ofNanos(1), Duration.ofSeconds(-1),
					Duration.ofDays(25) }) {
				assertThatIllegalArgumentException().isThrownBy(() -> call(Mode.BLOCKING, nango, limit));
				assertThatIllegalArgumentException().isThrownBy(() -> call(Mode.REACTIVE, nango, limit));
				assertThatIllegalArgumentException().isThrownBy(() -> action(Mode.BLOCKING, nango, limit));
				assertThatIllegalArgumentException().isThrownBy(() -> action(Mode.REACTIVE, nango, limit));
			}
			assertThat(server.requests()).isEmpty();
		}
	}

	private void patient(int request, Socket connection, OutputStream out) throws IOException {
		if (request > 1) {
			return;
		}
		this.arrived.countDown();
		try {
			this.answer.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		out.write(OK.getBytes(StandardCharsets.US_ASCII));
		out.flush();
	}

	private static Object call(Mode mode, NangoClient nango, Duration limit) {
		return (mode == Mode.BLOCKING) ? nango.connection("github", "c").proxy().post("/x").timeout(limit)
				: nango.reactive().connection("github", "c").proxy().post("/x").timeout(limit);
	}

	private static Object call(Mode mode, NangoClient nango, String method, Duration limit) {
		if (mode == Mode.BLOCKING) {
			var proxy = nango.connection("github", "c").proxy();
			var call = method.equals("GET") ? proxy.get("/x") : proxy.post("/x");
			return ((limit != null) ? call.timeout(limit) : call).retrieve(String.class);
		}
		var proxy = nango.reactive().connection("github", "c").proxy();
		var call = method.equals("GET") ? proxy.get("/x") : proxy.post("/x");
		return ((limit != null) ? call.timeout(limit) : call).retrieve(String.class).block();
	}

	private static Object action(Mode mode, NangoClient nango, Duration limit) {
		return (mode == Mode.BLOCKING) ? nango.connection("github", "c").actions().withTimeout(limit).trigger("a", null)
				: nango.reactive().connection("github", "c").actions().withTimeout(limit).trigger("a", null).block();
	}

	private static RawServer silent() throws IOException {
		return new RawServer((request, connection, out) -> {
		});
	}

	private NangoClient client(RawServer server, UnaryOperator<NangoClientBuilder> customizer) {
		return customizer.apply(TestClients.builder(server.url(), this.timing)).build();
	}

}
