package org.nangospring.client.operation;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoWaitTimeoutException;
import org.nangospring.client.TestClients;
import org.nangospring.client.connection.ConnectionSummary;

import org.springframework.web.reactive.function.client.ClientResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Waiting for a connection that a user is about to make.
 */
class ConnectionAwaitTests {

	private static final String NONE = "{\"connections\":[]}";

	private static final String ONE = """
			{"connections":[{"id":1,"connection_id":"conn-1","provider_config_key":"github","provider":"github"}]}""";

	private static final Duration MINUTE = Duration.ofMinutes(1);

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture();

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aConnectionThatIsThereIsFoundAtOnce(Mode mode) {
		FIXTURE.answersJson(ONE);
		assertThat(await(mode, Duration.ofMinutes(1)).connectionId()).isEqualTo("conn-1");
		assertThat(FIXTURE.requests()).hasSize(1);
		assertThat(FIXTURE.timing().waits()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aConnectionThatComesLaterIsFoundThen(Mode mode) {
		FIXTURE.answersInTurn(WireMock.okJson(NONE), WireMock.okJson(NONE), WireMock.okJson(ONE));
		assertThat(await(mode, Duration.ofMinutes(1)).connectionId()).isEqualTo("conn-1");
		assertThat(FIXTURE.requests()).hasSize(3);
		assertThat(FIXTURE.timing().waits()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(375));
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aConnectionThatDoesNotComeEndsTheWaitAtItsDeadline(Mode mode) {
		FIXTURE.answersJson(NONE);
		NangoWaitTimeoutException failure = catchThrowableOfType(NangoWaitTimeoutException.class,
				() -> await(mode, Duration.ofSeconds(30)));
		assertThat(failure.operation()).isEqualTo("connections.await");
		assertThat(failure.attempts()).isEqualTo(FIXTURE.requests().size()).isGreaterThan(5);
		assertThat(failure).hasMessageContaining("there is no such connection yet").hasMessageContaining("PT30S");
		assertThat(failure.isRepeatable()).isFalse();
		assertThat(FIXTURE.timing().waits().stream().reduce(Duration.ZERO, Duration::plus))
			.isEqualTo(Duration.ofSeconds(30));
		assertThat(FIXTURE.timing().waits())
			.allSatisfy((wait) -> assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(5)));
	}

	@Test
	void whoeverDoesNotSayWhatToWaitForIsRefused() {
		var connections = FIXTURE.nango().connections();
		assertThatIllegalArgumentException().isThrownBy(() -> connections.await((query) -> query.page(0), MINUTE))
			.withMessageContaining("Say which connection");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> FIXTURE.nango().reactive().connections().await((query) -> {
			}, MINUTE).block());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> connections.await((query) -> query.search("uma"), Duration.ZERO));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> connections.await((query) -> query.search("uma"), Duration.ofSeconds(-1)));
		assertThat(FIXTURE.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aRateLimitThatEndsBeforeTheDeadlineIsWaitedFor(Mode mode) {
		FIXTURE.answersInTurn(rateLimit(40), WireMock.okJson(ONE));
		assertThat(await(mode, MINUTE).connectionId()).isEqualTo("conn-1");
		assertThat(FIXTURE.requests()).hasSize(2);
		assertThat(FIXTURE.timing().waits().stream().reduce(Duration.ZERO, Duration::plus))
			.isGreaterThanOrEqualTo(Duration.ofSeconds(40));
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aRateLimitBeyondTheDeadlineFailsAtOnce(Mode mode) {
		FIXTURE.answers(rateLimit(61));
		NangoRateLimitException failure = catchThrowableOfType(NangoRateLimitException.class,
				() -> await(mode, MINUTE));
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(61));
		assertThat(FIXTURE.requests()).hasSize(1);
		assertThat(FIXTURE.timing().waits()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aServerThatStaysBrokenIsNotAskedUntilTheDeadline(Mode mode) {
		FIXTURE.answers(WireMock.serverError());
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> await(mode, MINUTE));
		assertThat(FIXTURE.requests()).hasSize(4);
	}

	@Test
	void nothingIsAskedBeforeSomebodySubscribes() {
		FIXTURE.answersJson(ONE);
		Mono<ConnectionSummary> awaiting = FIXTURE.nango()
			.reactive()
			.connections()
			.await((query) -> query.tag("user", "u-1"), MINUTE);
		assertThat(FIXTURE.requests()).isEmpty();
		awaiting.block();
		awaiting.block();
		assertThat(FIXTURE.requests()).hasSize(2);
	}

	@Test
	void aCallerWhoIsInterruptedGetsFree() throws InterruptedException {
		FIXTURE.answersJson(NONE);
		CountDownLatch asked = new CountDownLatch(1);
		try (NangoClient nango = NangoClient.builder()
			.secretKey(TestClients.KEY)
			.host(FIXTURE.server().baseUrl())
			.webClient((client) -> client
				.filter((request, next) -> next.exchange(request).doFinally((signal) -> asked.countDown())))
			.build()) {
			AtomicReference<Throwable> failure = new AtomicReference<>();
			AtomicBoolean interrupted = new AtomicBoolean();
			Thread caller = new Thread(() -> {
				failure.set(catchThrowableOfType(NangoTransportException.class,
						() -> nango.connections().await((query) -> query.search("uma"), Duration.ofDays(1))));
				interrupted.set(Thread.currentThread().isInterrupted());
			});
			caller.start();
			assertThat(asked.await(1, TimeUnit.MINUTES)).isTrue();
			caller.interrupt();
			caller.join(TimeUnit.MINUTES.toMillis(1));
			assertThat(failure.get()).isInstanceOfSatisfying(NangoTransportException.class,
					(thrown) -> assertThat(thrown.reason()).isEqualTo(NangoTransportException.Reason.INTERRUPTED));
			assertThat(interrupted).isTrue();
		}
	}

	@Test
	void whoeverCancelsIsNotAskedForAnyMore() throws InterruptedException {
		FIXTURE.answersJson(NONE);
		AtomicInteger questions = new AtomicInteger();
		CountDownLatch third = new CountDownLatch(1);
		CountDownLatch cancelled = new CountDownLatch(1);
		try (NangoClient nango = TestClients.builder(FIXTURE.server().baseUrl(), new ManualTiming())
			.webClient((client) -> client.filter((request, next) -> {
				if (questions.incrementAndGet() < 3) {
					return next.exchange(request);
				}
				third.countDown();
				return Mono.<ClientResponse>never().doOnCancel(cancelled::countDown);
			}))
			.build()) {
			Disposable waiting = nango.reactive()
				.connections()
				.await((query) -> query.search("uma"), Duration.ofDays(1))
				.subscribe();
			assertThat(third.await(1, TimeUnit.MINUTES)).isTrue();
			waiting.dispose();
			assertThat(cancelled.await(1, TimeUnit.MINUTES)).isTrue();
			assertThat(questions).hasValue(3);
		}
	}

	private static ResponseDefinitionBuilder rateLimit(int seconds) {
		return WireMock.jsonResponse("""
				{"error":{"code":"too_many_request","method":"GET","path":"/connections"}}""", 429)
			.withHeader("Retry-After", Integer.toString(seconds));
	}

	private static ConnectionSummary await(Mode mode, Duration timeout) {
		return (ConnectionSummary) mode.call(
				Operation.of("connections.await", "")
					.blocking((nango) -> nango.connections().await((query) -> query.tag("user", "u-1"), timeout))
					.reactive((nango) -> nango.connections().await((query) -> query.tag("user", "u-1"), timeout)),
				FIXTURE.nango());
	}

	@Test
	void aPageOfConnectionsIsNotWaitedFor() {
		assertThatIllegalArgumentException().isThrownBy(() -> FIXTURE.nango()
			.connections()
			.await((query) -> query.tag("a", "b").page(3), Duration.ofSeconds(1)));
		assertThatIllegalArgumentException().isThrownBy(() -> FIXTURE.nango()
			.connections()
			.await((query) -> query.tag("a", "b").limit(3), Duration.ofSeconds(1)));
		assertThat(FIXTURE.requests()).isEmpty();
	}

}
