package org.nangospring.client.customize;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoRetryPolicy;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.customize.Scene.Way;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

class RetryPolicyTests {

	private static final NangoRetryPolicy ALWAYS_AT_ONCE = (attempt) -> Duration.ZERO;

	@RegisterExtension
	final Scene scene = new Scene();

	@ParameterizedTest
	@EnumSource(Way.class)
	void thePolicySaysHowLongToWait(Way way) {
		this.scene.answers(aResponse().withStatus(503), aResponse().withStatus(502), okJson(Scene.INTEGRATIONS));
		way.list(client((attempt) -> Duration.ofSeconds(attempt.attempts())));
		assertThat(this.scene.timing.waits()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void thePolicyMayEndACallThatTheClientWouldRepeat(Way way) {
		this.scene.answers(aResponse().withStatus(503));
		NangoClient nango = client((attempt) -> null);
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> way.list(nango))
			.satisfies((ex) -> assertThat(ex.attempts()).isEqualTo(1));
		assertThat(this.scene.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void thePolicyKnowsWhatFailedAndWhatTheClientWouldDo(Way way) {
		this.scene.answers(aResponse().withStatus(503), okJson(Scene.INTEGRATIONS));
		List<NangoRetryPolicy.FailedAttempt> asked = new CopyOnWriteArrayList<>();
		way.list(client((attempt) -> {
			asked.add(attempt);
			return attempt.usualDelay();
		}));
		assertThat(asked).singleElement().satisfies((attempt) -> {
			assertThat(attempt.failure()).isInstanceOf(NangoServerException.class);
			assertThat(attempt.attempts()).isEqualTo(1);
			assertThat(attempt.timeLeft()).isEqualTo(Duration.ofSeconds(60));
			assertThat(attempt.usualDelay()).isLessThanOrEqualTo(Duration.ofMillis(200))
				.isEqualTo(this.scene.timing.waits().get(0));
		});
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void anActionThatMayHaveBeenCarriedOutIsNeverRepeated(Way way) {
		NangoClient nango = client(ALWAYS_AT_ONCE);
		for (ResponseDefinitionBuilder doubtful : List.of(aResponse().withStatus(503), aResponse().withStatus(429),
				aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), aResponse().withFault(Fault.EMPTY_RESPONSE))) {
			this.scene.answers(doubtful, okJson("42"));
			assertThat(catchThrowable(() -> way.trigger(nango))).isNotNull();
			assertThat(this.scene.requests()).hasSize(1);
		}
		assertThat(this.scene.timing.waits()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void noAttemptComesEarlierThanTheServerAskedFor(Way way) {
		this.scene.answers(rateLimited("3"), okJson(Scene.INTEGRATIONS));
		way.list(client(ALWAYS_AT_ONCE));
		assertThat(this.scene.timing.waits()).containsExactly(Duration.ofSeconds(3));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void thePolicyMayWaitForWhatIsTooLongForTheClient(Way way) {
		this.scene.answers(rateLimited("40"), okJson(Scene.INTEGRATIONS));
		List<Duration> usual = new CopyOnWriteArrayList<>();
		way.list(client((attempt) -> {
			if (attempt.usualDelay() != null) {
				usual.add(attempt.usualDelay());
			}
			return Duration.ofSeconds(41);
		}));
		assertThat(usual).isEmpty();
		assertThat(this.scene.timing.waits()).containsExactly(Duration.ofSeconds(41));
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void noAttemptComesAfterTheEndOfTheTimeForTheCall(Way way) {
		this.scene.answers(rateLimited("1"));
		NangoClient nango = client((attempt) -> attempt.timeLeft());
		assertThatExceptionOfType(NangoRateLimitException.class).isThrownBy(() -> way.list(nango));
		assertThat(this.scene.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void thereAreNoMoreAttemptsThanAllowed(Way way) {
		this.scene.answers(aResponse().withStatus(503));
		NangoClient nango = client(ALWAYS_AT_ONCE);
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> way.list(nango));
		assertThat(this.scene.requests()).hasSize(4);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void theBudgetHoldsForThePolicyToo(Way way) {
		this.scene.answers(aResponse().withStatus(503));
		NangoClient nango = this.scene
			.client((builder) -> builder.retryPolicy(ALWAYS_AT_ONCE).retry((retry) -> retry.budget(2).maxAttempts(50)));
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> way.list(nango));
		assertThat(this.scene.requests()).hasSize(3);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aPolicyThatEndsACallTakesNothingFromTheBudget(Way way) {
		this.scene.answers(aResponse().withStatus(503));
		NangoClient nango = this.scene
			.client((builder) -> builder.retryPolicy((attempt) -> null).retry((retry) -> retry.budget(1)));
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> way.list(nango));
		NangoClient other = nango.mutate().retryPolicy(ALWAYS_AT_ONCE).build();
		this.scene.answers(aResponse().withStatus(503), okJson(Scene.INTEGRATIONS));
		assertThat(way.list(other)).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aPolicyThatFailsEndsTheCallWithItsOwnFailure(Way way) {
		this.scene.answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		NangoClient nango = client((attempt) -> {
			throw new IllegalStateException("of the application");
		});
		assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> way.list(nango));
		assertThat(this.scene.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(Way.class)
	void aNegativeWaitIsNone(Way way) {
		this.scene.answers(aResponse().withStatus(503), okJson(Scene.INTEGRATIONS));
		way.list(client((attempt) -> Duration.ofSeconds(-1)));
		assertThat(this.scene.timing.waits()).containsExactly(Duration.ZERO);
	}

	private NangoClient client(NangoRetryPolicy policy) {
		return this.scene.client((builder) -> builder.retryPolicy(policy));
	}

	private static ResponseDefinitionBuilder rateLimited(String retryAfter) {
		return aResponse().withStatus(429)
			.withHeader("Retry-After", retryAfter)
			.withHeader("Content-Type", "application/json")
			.withBody("""
					{"error":{"code":"too_many_request"}}""");
	}

}
