package org.nangospring.client;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.nangospring.client.NangoTransportException.Reason;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * What ends a call before its answer is there.
 */
class CallEndTests {

	private static final String OK = """
			HTTP/1.1 200 OK\r
			Content-Type: application/json\r
			Content-Length: 11\r
			\r
			{"data":[]}""";

	private final ManualTiming timing = new ManualTiming();

	@Test
	void aServerThatStaysSilentIsATimeout() throws IOException {
		try (RawServer server = new RawServer((request, connection, out) -> {
		});
				NangoClient nango = client(server.url()).responseTimeout(Duration.ofMillis(50))
					.retry((retry) -> retry.maxAttempts(2))
					.build()) {
			NangoTransportException failure = failure(() -> nango.integrations().list());
			assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
			assertThat(failure.attempts()).isEqualTo(2);
			assertThat(failure).hasMessageContaining("nango.timeout.response");
			assertThat(failure(() -> nango.connection("github", "c").actions().trigger("a", null)).attempts())
				.isEqualTo(1);
		}
	}

	@Test
	void theLimitOnTheWholeCallEndsIt() throws IOException {
		this.timing.letLimitsPass();
		try (RawServer server = new RawServer((request, connection, out) -> {
		}); NangoClient nango = client(server.url()).callTimeout(Duration.ofSeconds(7)).build()) {
			this.timing.advance(Duration.ofSeconds(1));
			NangoTransportException failure = failure(
					() -> nango.connection("github", "c").actions().trigger("a", null));
			assertThat(failure.reason()).isEqualTo(Reason.TIMEOUT);
			assertThat(failure).hasMessageContaining("PT7S").hasMessageContaining("nango.timeout.call");
			assertThat(
					reactiveFailure(nango.reactive().connection("github", "c").actions().trigger("a", null)).reason())
				.isEqualTo(Reason.TIMEOUT);
		}
	}

	@Test
	void aSystemClockEndsACallThatTakesTooLong() throws IOException {
		try (RawServer server = new RawServer((request, connection, out) -> {
		});
				NangoClient nango = NangoClient.builder()
					.secretKey(TestClients.KEY)
					.host(server.url())
					.callTimeout(Duration.ofMillis(50))
					.build()) {
			NangoTransportException failure = failure(() -> nango.integrations().list());
			assertThat(failure).hasMessageContaining("nango.timeout.call");
			assertThat(reactiveFailure(nango.reactive().integrations().list()))
				.hasMessageContaining("nango.timeout.call");
		}
	}

	@Test
	void anInterruptedCallerStopsWaitingAndStaysInterrupted() throws IOException {
		try (RawServer server = new RawServer((request, connection, out) -> {
		}); NangoClient nango = client(server.url()).build()) {
			Thread.currentThread().interrupt();
			NangoTransportException failure = failure(() -> nango.integrations().list());
			assertThat(Thread.interrupted()).isTrue();
			assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
			assertThat(failure.attempts()).isEqualTo(1);
		}
	}

	@Test
	void aCallerInterruptedBetweenTwoAttemptsStopsWaitingAndStaysInterrupted() throws IOException {
		try (RawServer server = new RawServer((request, connection, out) -> connection.close());
				NangoClient nango = client(server.url())
					.listener((failure, reason, delay) -> Thread.currentThread().interrupt())
					.build()) {
			NangoTransportException failure = failure(() -> nango.integrations().list());
			assertThat(Thread.interrupted()).isTrue();
			assertThat(failure.reason()).isEqualTo(Reason.INTERRUPTED);
			assertThat(server.requests()).hasSize(1);
		}
	}

	@Test
	void aClosedClientRefusesCalls() throws IOException {
		try (RawServer server = new RawServer(RawServer.writing(OK))) {
			NangoClient unused = client(server.url()).build();
			unused.close();
			assertThat(failure(() -> unused.integrations().list()).reason()).isEqualTo(Reason.CLOSED);
			NangoClient used = client(server.url()).build();
			used.integrations().list();
			used.close();
			used.close();
			assertThat(failure(() -> used.integrations().list()).reason()).isEqualTo(Reason.CLOSED);
			assertThat(reactiveFailure(used.reactive().integrations().list()).reason()).isEqualTo(Reason.CLOSED);
		}
	}

	@Test
	void aBlockingCallOnAThreadThatMustNotWaitNamesTheReactiveClient() throws IOException {
		try (RawServer server = new RawServer(RawServer.writing(OK));
				NangoClient nango = client(server.url()).build()) {
			assertThatIllegalStateException()
				.isThrownBy(() -> Mono.fromCallable(() -> nango.integrations().list())
					.subscribeOn(Schedulers.parallel())
					.block())
				.withMessageContaining("ReactiveNangoClient");
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	void aCancelledSubscriptionClosesItsConnection() throws Exception {
		CountDownLatch arrived = new CountDownLatch(1);
		CountDownLatch closed = new CountDownLatch(1);
		try (RawServer server = new RawServer((request, connection, out) -> {
			arrived.countDown();
			if (connection.getInputStream().read() < 0) {
				closed.countDown();
			}
		}); NangoClient nango = client(server.url()).build()) {
			Disposable call = nango.reactive().integrations().list().subscribe();
			assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();
			call.dispose();
			assertThat(closed.await(30, TimeUnit.SECONDS)).isTrue();
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

}
