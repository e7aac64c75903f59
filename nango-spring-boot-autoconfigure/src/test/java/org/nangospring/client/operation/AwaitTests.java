package org.nangospring.client.operation;

import java.time.Duration;
import java.util.Map;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoWaitTimeoutException;
import org.nangospring.client.TestClients;
import org.nangospring.client.action.AsyncAction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * How both executors ask again and again.
 */
class AwaitTests {

	@RegisterExtension
	static final Fixture FIXTURE = new Fixture((builder) -> builder.retry((retry) -> retry.maxAttempts(1)));

	private static final ResponseDefinitionBuilder NOT_YET = WireMock
		.jsonResponse("{\"error\":{\"code\":\"not_found\",\"message\":\"x\"}}", 404);

	@BeforeEach
	void forget() {
		FIXTURE.timing().limits().clear();
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void questionsAreAskedWithGrowingPausesUntilThereIsAnAnswer(Mode mode) {
		FIXTURE.answersInTurn(NOT_YET, NOT_YET, NOT_YET, WireMock.okJson("{\"a\":1}"));
		assertThat(await(mode, FIXTURE.nango(), Duration.ofMinutes(1))).isEqualTo(Map.of("a", 1));
		assertThat(FIXTURE.timing().waits()).containsExactly(Duration.ofMillis(250), Duration.ofMillis(375),
				Duration.ofNanos(562_500_000));
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void noQuestionMayTakeLongerThanTheTimeLeft(Mode mode) {
		FIXTURE.answers(NOT_YET);
		NangoWaitTimeoutException failure = catchThrowableOfType(NangoWaitTimeoutException.class,
				() -> await(mode, FIXTURE.nango(), Duration.ofSeconds(1)));
		assertThat(failure.attempts()).isEqualTo(4);
		assertThat(failure.operation()).isEqualTo("actionResults.await");
		assertThat(FIXTURE.requests()).hasSize(4);
		assertThat(FIXTURE.timing().limits()).containsExactly(Duration.ofSeconds(1), Duration.ofMillis(750),
				Duration.ofMillis(375), Duration.ofMillis(250));
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aRateLimitOfNangoIsWaitedFor(Mode mode) {
		FIXTURE.answersInTurn(busy(2), NOT_YET, WireMock.okJson("42"));
		assertThat(await(mode, FIXTURE.nango(), Duration.ofSeconds(10))).isEqualTo(42);
		assertThat(FIXTURE.timing().waits()).containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3));
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aRateLimitBeyondTheDeadlineEndsTheWait(Mode mode) {
		FIXTURE.answers(busy(10));
		NangoRateLimitException failure = catchThrowableOfType(NangoRateLimitException.class,
				() -> await(mode, FIXTURE.nango(), Duration.ofSeconds(10)));
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(10));
		assertThat(FIXTURE.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Mode.class)
	void aQuestionThatIsCutShortByTheEndOfTheWaitIsThatEnd(Mode mode) {
		ManualTiming timing = new ManualTiming();
		timing.letLimitsPass();
		try (NangoClient nango = TestClients.builder(FIXTURE.server().baseUrl(), timing).build()) {
			NangoWaitTimeoutException failure = catchThrowableOfType(NangoWaitTimeoutException.class,
					() -> await(mode, nango, Duration.ofSeconds(7)));
			assertThat(failure).hasMessageContaining("Waited for PT7S");
			assertThat(failure.operation()).isEqualTo("actionResults.await");
		}
	}

	private static Object await(Mode mode, NangoClient nango, Duration timeout) {
		AsyncAction action = AsyncAction.of("5d1c1ed4-1a4b-4a0c-9a1e-2c5d1f0f7a11");
		return (mode == Mode.BLOCKING) ? nango.actionResults().await(action, Object.class, timeout)
				: nango.reactive().actionResults().await(action, Object.class, timeout).block();
	}

	private static ResponseDefinitionBuilder busy(int seconds) {
		return WireMock
			.jsonResponse("{\"error\":{\"code\":\"too_many_request\",\"method\":\"GET\",\"path\":\"/x\"}}", 429)
			.withHeader("Retry-After", Integer.toString(seconds));
	}

}
