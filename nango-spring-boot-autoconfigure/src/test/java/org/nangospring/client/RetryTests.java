package org.nangospring.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.integration.Integration;
import org.nangospring.client.observation.NangoObservationContext;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class RetryTests {

	private static final String INTEGRATIONS = """
			{"data":[{"unique_key":"github","provider":"github"}]}""";

	private final ManualTiming timing = new ManualTiming();

	private WireMockServer server;

	private NangoClient nango;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
		this.nango = TestClients.builder(this.server.baseUrl(), this.timing).build();
	}

	@AfterEach
	void stop() {
		this.nango.close();
		this.server.stop();
	}

	@Test
	void aRateLimitedCallIsRepeatedAfterTheTimeTheServerAskedFor() {
		answers(rateLimited("1"), okJson(INTEGRATIONS));
		List<Integration> integrations = this.nango.integrations().list();
		assertThat(integrations).extracting(Integration::integrationId).containsExactly("github");
		this.server.verify(2, anyRequestedFor(anyUrl()));
		assertThat(this.timing.waits()).singleElement()
			.satisfies((wait) -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1200)));
	}

	@Test
	void aRateLimitedReactiveCallIsRepeatedAfterTheTimeTheServerAskedFor() {
		answers(rateLimited("1"), okJson(INTEGRATIONS));
		List<Integration> integrations = this.nango.reactive().integrations().list().block();
		assertThat(integrations).hasSize(1);
		this.server.verify(2, anyRequestedFor(anyUrl()));
		assertThat(this.timing.waits()).singleElement()
			.satisfies((wait) -> assertThat(wait).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1200)));
	}

	@Test
	void whoObservesASuccessAndFailsDoesNotHaveTheCallMadeAgain() {
		answers(okJson(INTEGRATIONS), okJson(INTEGRATIONS));
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<NangoObservationContext>() {
			@Override
			public void onStop(NangoObservationContext context) {
				throw new IllegalStateException("of the application");
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return context instanceof NangoObservationContext;
			}
		});
		try (NangoClient observed = TestClients.builder(this.server.baseUrl(), this.timing)
			.observationRegistry(registry)
			.build()) {
			assertThatExceptionOfType(IllegalStateException.class)
				.isThrownBy(() -> observed.reactive().integrations().list().block());
		}
		this.server.verify(1, anyRequestedFor(anyUrl()));
		assertThat(this.timing.waits()).isEmpty();
	}

	@Test
	void aConnectionResetOnAReadIsRepeated() {
		answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson(INTEGRATIONS));
		assertThat(this.nango.integrations().list()).hasSize(1);
		this.server.verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	void aConnectionResetOnAnActionIsNotRepeated() {
		answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), okJson("{}"));
		assertThatExceptionOfType(NangoTransportException.class)
			.isThrownBy(() -> this.nango.connection("github", "c-1").actions().trigger("create-issue", null))
			.satisfies((ex) -> {
				assertThat(ex.reason()).isEqualTo(NangoTransportException.Reason.RESET);
				assertThat(ex.attempts()).isEqualTo(1);
			});
		this.server.verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	void anActionThatIsAnswered503IsNotRepeated() {
		answers(aResponse().withStatus(503), okJson("{}"));
		assertThatExceptionOfType(NangoServerException.class)
			.isThrownBy(() -> this.nango.connection("github", "c-1").actions().trigger("create-issue", null));
		this.server.verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	void exhaustedAttemptsThrowTheLastErrorWithTheirNumber() {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(502)));
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> this.nango.integrations().list())
			.satisfies((ex) -> assertThat(ex.attempts()).isEqualTo(4))
			.withMessageContaining("after 4 attempts");
		this.server.verify(4, anyRequestedFor(anyUrl()));
	}

	@Test
	void aReactiveCallThatExhaustsItsAttemptsFailsWithTheLastErrorAndTheirNumber() {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(502)));
		assertThatExceptionOfType(NangoServerException.class)
			.isThrownBy(() -> this.nango.reactive().integrations().list().block())
			.satisfies((ex) -> assertThat(ex.attempts()).isEqualTo(4));
		this.server.verify(4, anyRequestedFor(anyUrl()));
	}

	@Test
	void aRetryAfterOfZeroIsRepeatedWithTheUsualWait() {
		answers(rateLimited("0"), okJson(INTEGRATIONS));
		assertThat(this.nango.integrations().list()).hasSize(1);
		assertThat(this.timing.waits()).singleElement()
			.satisfies((wait) -> assertThat(wait).isLessThanOrEqualTo(Duration.ofMillis(200)));
	}

	@Test
	void aRetryAfterThatIsTooLongFailsAtOnceAndSaysHowLong() {
		this.server.stubFor(any(anyUrl()).willReturn(rateLimited("59")));
		assertThatExceptionOfType(NangoRateLimitException.class).isThrownBy(() -> this.nango.integrations().list())
			.satisfies((ex) -> {
				assertThat(ex.retryAfter()).isEqualTo(Duration.ofSeconds(59));
				assertThat(ex.attempts()).isEqualTo(1);
			})
			.withMessageContaining("59 s");
		assertThat(this.timing.waits()).isEmpty();
	}

	@Test
	void aRetryAfterPastTheEndOfTheCallFailsAtOnce() {
		this.server.stubFor(any(anyUrl()).willReturn(rateLimited("3")));
		NangoClient hasty = TestClients.builder(this.server.baseUrl(), this.timing)
			.callTimeout(Duration.ofSeconds(3))
			.build();
		assertThatExceptionOfType(NangoRateLimitException.class).isThrownBy(() -> hasty.integrations().list())
			.satisfies((ex) -> assertThat(ex.attempts()).isEqualTo(1));
		hasty.close();
	}

	@Test
	void anActionThatNangoRefusedBecauseOfItsRateLimitIsRepeated() {
		answers(rateLimited("1"), okJson("42"));
		assertThat(this.nango.connection("github", "c-1").actions().trigger("add", null)).isEqualTo(42);
		this.server.verify(2, anyRequestedFor(anyUrl()));
	}

	@Test
	void anActionThatSomebodyElseRefusedIsNotRepeated() {
		answers(aResponse().withStatus(429).withHeader("Retry-After", "1"), okJson("42"));
		assertThatExceptionOfType(NangoRateLimitException.class)
			.isThrownBy(() -> this.nango.connection("github", "c-1").actions().trigger("add", null));
		this.server.verify(1, anyRequestedFor(anyUrl()));
	}

	@Test
	void aBudgetEndsTheRepeatsWhileNothingSucceeds() {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
		NangoClient frugal = TestClients.builder(this.server.baseUrl(), this.timing)
			.retry((retry) -> retry.budget(2).maxAttempts(10))
			.build();
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> frugal.integrations().list())
			.satisfies((ex) -> assertThat(ex.attempts()).isEqualTo(3));
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> frugal.integrations().list())
			.satisfies((ex) -> assertThat(ex.attempts()).isEqualTo(1));
		frugal.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void callsThatSucceedGiveTheBudgetBack(boolean blocking) {
		NangoClient frugal = TestClients.builder(this.server.baseUrl(), this.timing)
			.retry((retry) -> retry.budget(1))
			.build();
		for (int call = 0; call < 3; call++) {
			answers(aResponse().withStatus(503), okJson(INTEGRATIONS));
			List<Integration> integrations = blocking ? frugal.integrations().list()
					: frugal.reactive().integrations().list().block();
			assertThat(integrations).hasSize(1);
		}
		frugal.close();
	}

	@Test
	void whatTheServerWillNeverDoIsNotAskedForAgain() {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(501)));
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> this.nango.integrations().list())
			.satisfies((ex) -> assertThat(ex.attempts()).isEqualTo(1));
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void aListenerThatFailsDoesNotTakeTheCallWithIt(boolean blocking) {
		List<String> told = new ArrayList<>();
		NangoClient observed = TestClients.builder(this.server.baseUrl(), this.timing)
			.listener((failure, reason, delay) -> {
				throw new IllegalArgumentException("no more meters");
			})
			.listener((failure, reason, delay) -> told.add(reason))
			.build();
		answers(aResponse().withStatus(500), okJson(INTEGRATIONS));
		assertThat(blocking ? observed.integrations().list() : observed.reactive().integrations().list().block())
			.hasSize(1);
		assertThat(told).containsExactly("server_error");
		observed.close();
	}

	@Test
	void aClientThatMayTryOnceDoes() {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
		NangoClient once = TestClients.builder(this.server.baseUrl(), this.timing)
			.retry((retry) -> retry.maxAttempts(1))
			.build();
		assertThatExceptionOfType(NangoServerException.class).isThrownBy(() -> once.integrations().list());
		this.server.verify(1, anyRequestedFor(anyUrl()));
		once.close();
	}

	@Test
	void listenersAreToldOfEachRepeat() {
		List<String> told = new ArrayList<>();
		NangoClient observed = TestClients.builder(this.server.baseUrl(), this.timing)
			.listener(
					(failure, reason, delay) -> told.add(failure.operation() + " " + reason + " " + failure.attempts()))
			.build();
		answers(rateLimited("1"), okJson(INTEGRATIONS));
		observed.integrations().list();
		answers(aResponse().withStatus(500), okJson(INTEGRATIONS));
		observed.reactive().integrations().list().block();
		assertThat(told).containsExactly("integrations.list rate_limit 1", "integrations.list server_error 1");
		observed.close();
	}

	private static ResponseDefinitionBuilder rateLimited(String retryAfter) {
		return aResponse().withStatus(429)
			.withHeader("Retry-After", retryAfter)
			.withHeader("Content-Type", "application/json")
			.withBody("""
					{"error":{"code":"too_many_request","method":"GET","path":"/integrations"}}""");
	}

	private void answers(ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
		this.server.resetAll();
		this.server.stubFor(any(anyUrl()).inScenario("two")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(first)
			.willSetStateTo("then"));
		this.server.stubFor(any(anyUrl()).inScenario("two").whenScenarioStateIs("then").willReturn(then));
	}

}
