package org.nangospring.autoconfigure.observation;

import java.util.function.Consumer;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoClientBuilderCustomizer;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.TestClients;
import org.nangospring.client.observation.DefaultNangoObservationConvention;
import org.nangospring.client.observation.NangoObservationConvention;
import reactor.core.Disposable;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NangoObservationAutoConfigurationTests {

	private static final String CONNECTION = "connection-77777777";

	private static final String FOUND = """
			{"connection_id":"connection-77777777","provider_config_key":"github-prod","provider":"github",
			"credentials":{"type":"API_KEY","apiKey":"k"}}""";

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private WireMockServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, NangoObservationAutoConfiguration.class))
			.withBean(NangoClientBuilderCustomizer.class,
					() -> (builder) -> TestClients.timed(builder, new ManualTiming()))
			.withBean(ObservationRegistry.class, () -> this.registry)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.baseUrl());
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@ParameterizedTest
	@EnumSource
	void aCallThatSucceedsIsObserved(Style style) {
		answers(okJson(FOUND));
		run((nango) -> style.get(nango));
		assertCall("SUCCESS", "200", "none", "1");
	}

	@ParameterizedTest
	@EnumSource
	void aCallThatFindsNothingIsObserved(Style style) {
		answers(jsonResponse("{\"error\":{\"code\":\"unknown_connection\"}}", 404));
		run((nango) -> fails(() -> style.get(nango)));
		assertCall("CLIENT_ERROR", "404", "unknown_connection", "1");
	}

	@ParameterizedTest
	@EnumSource
	void aCallThatIsRateLimitedToTheEndIsOneObservationWithAllItsAttempts(Style style) {
		answers(jsonResponse("{\"error\":{\"code\":\"too_many_request\"}}", 429).withHeader("Retry-After", "1"));
		run((nango) -> fails(() -> style.get(nango)));
		assertCall("CLIENT_ERROR", "429", "too_many_request", "4");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasNumberOfObservationsWithNameEqualTo("http.client.requests", 4);
	}

	@ParameterizedTest
	@EnumSource
	void aCallWithoutAnAnswerIsObserved(Style style) {
		answers(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER));
		run((nango) -> fails(() -> style.get(nango)));
		assertCall("TRANSPORT_ERROR", "none", "none", "4");
	}

	@ParameterizedTest
	@EnumSource
	void aCallWhoseAnswerCannotBeUsedIsObserved(Style style) {
		answers(aResponse().withHeader("Content-Type", "text/html").withBody("<html>"));
		run((nango) -> fails(() -> style.get(nango)));
		assertCall("UNUSABLE_RESPONSE", "200", "none", "1");
	}

	@Test
	void severalConventionsOfWhichNoneIsPrimaryStopTheApplication() {
		this.runner.withBean("mine", NangoObservationConvention.class, DefaultNangoObservationConvention::new)
			.withBean("other", NangoObservationConvention.class, DefaultNangoObservationConvention::new)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(NangoConfigurationException.class)
				.hasMessageContainingAll("NangoObservationConvention", "[mine, other]", "@Primary"));
	}

	@Test
	void aCallThatIsCancelledIsObservedOnce() {
		answers(okJson(FOUND).withFixedDelay(600_000));
		run((nango) -> {
			Disposable call = nango.reactive().connection("github-prod", CONNECTION).get().subscribe();
			call.dispose();
			call.dispose();
			assertCall("CANCELLED", "none", "none", "1");
		});
	}

	@ParameterizedTest
	@EnumSource
	void noObservationHasTheConnectionIdOrTheKey(Style style) {
		answers(okJson(FOUND));
		run((nango) -> style.get(nango));
		TestObservationRegistryAssert.assertThat(this.registry).hasHandledContextsThatSatisfy((contexts) -> {
			assertThat(contexts).hasSize(2);
			assertThat(contexts.stream().filter((context) -> context.getName().equals("nango.client")))
				.flatExtracting((context) -> context.getAllKeyValues().stream().map(KeyValue::getValue).toList())
				.isNotEmpty()
				.noneMatch((value) -> value.contains(CONNECTION));
			assertThat(contexts)
				.flatExtracting(
						(context) -> context.getLowCardinalityKeyValues().stream().map(KeyValue::getValue).toList())
				.noneMatch((value) -> value.contains(CONNECTION));
			assertThat(contexts)
				.flatExtracting((context) -> context.getAllKeyValues().stream().map(KeyValue::getValue).toList())
				.noneMatch((value) -> value.contains(TestClients.KEY));
		});
	}

	@ParameterizedTest
	@EnumSource
	void theAttemptsKeepTheTemplateOfTheirAddress(Style style) {
		answers(okJson(FOUND));
		run((nango) -> style.get(nango));
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("http.client.requests")
			.that()
			.satisfies((context) -> assertThat(context.getLowCardinalityKeyValue("uri").getValue())
				.contains("/connections/{")
				.doesNotContain(CONNECTION));
	}

	@ParameterizedTest
	@EnumSource
	void theCallIsAChildOfWhatGoesOnAroundItAndTheAttemptIsItsChild(Style style) {
		answers(okJson(FOUND));
		Observation around = Observation.start("around", this.registry);
		run((nango) -> style.getWithin(nango, around));
		around.stop();
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("nango.client")
			.that()
			.hasParentObservationEqualTo(around);
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("http.client.requests")
			.that()
			.hasParentObservationContextSatisfying((parent) -> assertThat(parent.getName()).isEqualTo("nango.client"));
	}

	@Test
	void theNamesOfTheApplicationAreUsed() {
		answers(okJson(FOUND));
		this.runner.withBean(NangoObservationConvention.class, OwnConvention::new)
			.run((context) -> Style.BLOCKING.get(context.getBean(NangoClient.class)));
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("mine")
			.that()
			.hasLowCardinalityKeyValue("operation", "connections.get");
	}

	@Test
	void withoutARegistryNothingIsObserved() {
		answers(okJson(FOUND));
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, NangoObservationAutoConfiguration.class))
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.baseUrl())
			.run((context) -> Style.BLOCKING.get(context.getBean(NangoClient.class)));
		TestObservationRegistryAssert.assertThat(this.registry).doesNotHaveAnyObservation();
	}

	private void assertCall(String outcome, String status, String code, String attempts) {
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasNumberOfObservationsWithNameEqualTo("nango.client", 1);
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("nango.client")
			.that()
			.hasBeenStopped()
			.hasContextualNameEqualTo("nango connections.get")
			.hasOnlyKeys("client", "operation", "integration", "outcome", "status", "code", "attempts")
			.hasLowCardinalityKeyValue("client", "default")
			.hasLowCardinalityKeyValue("operation", "connections.get")
			.hasLowCardinalityKeyValue("integration", "github-prod")
			.hasLowCardinalityKeyValue("outcome", outcome)
			.hasLowCardinalityKeyValue("status", status)
			.hasLowCardinalityKeyValue("code", code)
			.hasHighCardinalityKeyValue("attempts", attempts);
	}

	private void run(Consumer<NangoClient> calls) {
		this.runner.run((context) -> calls.accept(context.getBean(NangoClient.class)));
	}

	private static void fails(Runnable call) {
		assertThatExceptionOfType(NangoException.class).isThrownBy(call::run);
	}

	private void answers(ResponseDefinitionBuilder answer) {
		this.server.stubFor(any(anyUrl()).willReturn(answer));
	}

	enum Style {

		BLOCKING {
			@Override
			void get(NangoClient nango) {
				nango.connection("github-prod", CONNECTION).get();
			}

			@Override
			void getWithin(NangoClient nango, Observation around) {
				around.scoped(() -> get(nango));
			}
		},

		REACTIVE {
			@Override
			void get(NangoClient nango) {
				nango.reactive().connection("github-prod", CONNECTION).get().block();
			}

			@Override
			void getWithin(NangoClient nango, Observation around) {
				nango.reactive()
					.connection("github-prod", CONNECTION)
					.get()
					.contextWrite((context) -> context.put(ObservationThreadLocalAccessor.KEY, around))
					.block();
			}
		};

		abstract void get(NangoClient nango);

		abstract void getWithin(NangoClient nango, Observation around);

	}

	static class OwnConvention extends DefaultNangoObservationConvention {

		@Override
		public String getName() {
			return "mine";
		}

	}

}
