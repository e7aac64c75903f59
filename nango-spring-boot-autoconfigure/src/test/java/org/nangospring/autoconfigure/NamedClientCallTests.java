package org.nangospring.autoconfigure;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.health.NangoHealthAutoConfiguration;
import org.nangospring.autoconfigure.observation.NangoMetricsAutoConfiguration;
import org.nangospring.autoconfigure.observation.NangoObservationAutoConfiguration;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.actuate.endpoint.CompositeHealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two clients of one application, each with a server.
 */
class NamedClientCallTests {

	private static final String STAGING_KEY = "22222222-2222-4333-8444-555555555555";

	private WireMockServer server;

	private WireMockServer stagingServer;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
		this.stagingServer = TestClients.server();
		answers(this.server, 200);
		answers(this.stagingServer, 20);
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class, NangoClientsAutoConfiguration.class))
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.baseUrl(),
					"nango.clients.staging.secret-key=" + STAGING_KEY,
					"nango.clients.staging.host=" + this.stagingServer.baseUrl());
	}

	@AfterEach
	void stop() {
		this.server.stop();
		this.stagingServer.stop();
	}

	@Test
	void eachClientCallsItsOwnServerWithItsOwnKey() {
		this.runner.run((context) -> {
			context.getBean(NangoClient.class).integrations().list();
			assertCalls(this.server, 1, TestClients.KEY);
			assertCalls(this.stagingServer, 0, STAGING_KEY);
			context.getBean("stagingNangoClient", NangoClient.class).integrations().list();
			context.getBean("stagingReactiveNangoClient", ReactiveNangoClient.class).integrations().list().block();
			assertCalls(this.server, 1, TestClients.KEY);
			assertCalls(this.stagingServer, 2, STAGING_KEY);
		});
	}

	@Test
	void environmentsOfOneServerDifferInTheirKeysOnly() {
		this.runner.withPropertyValues("nango.clients.dev.secret-key=" + STAGING_KEY).run((context) -> {
			context.getBean("devNangoClient", NangoClient.class).integrations().list();
			assertCalls(this.server, 1, STAGING_KEY);
		});
	}

	@Test
	void closingOneClientLeavesTheOthersOpen() {
		this.runner.run((context) -> {
			context.getBean("stagingNangoClient", NangoClient.class).close();
			assertThat(context.getBean(NangoClient.class).integrations().list()).isEmpty();
		});
	}

	@Test
	void callsAndRepeatsAndRateLimitsAreMeasuredForEachClient() {
		failsOnce(this.stagingServer);
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		ObservationRegistry observations = ObservationRegistry.create();
		observations.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
		this.runner
			.withConfiguration(
					AutoConfigurations.of(NangoMetricsAutoConfiguration.class, NangoObservationAutoConfiguration.class,
							MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class))
			.withBean(MeterRegistry.class, () -> meters)
			.withBean(ObservationRegistry.class, () -> observations)
			.withBean(NangoClientBuilderCustomizer.class,
					() -> (builder) -> TestClients.timed(builder, new ManualTiming()))
			.run((context) -> {
				context.getBean(NangoClient.class).integrations().list();
				context.getBean(NangoClient.class).integrations().list();
				context.getBean("stagingNangoClient", NangoClient.class).integrations().list();
				assertThat(meters.get("nango.client").tag("client", "default").timer().count()).isEqualTo(2);
				assertThat(meters.get("nango.client").tag("client", "staging").timer().count()).isEqualTo(1);
				assertThat(meters.get("nango.client.retries").tag("client", "staging").counter().count()).isEqualTo(1);
				assertThat(meters.get("nango.client.retries").counters()).hasSize(1);
				assertThat(limit(meters, "default")).isEqualTo(200);
				assertThat(limit(meters, "staging")).isEqualTo(20);
			});
	}

	@Test
	void eachClientHasItsHealthUnderItsName() {
		this.stagingServer.stubFor(get(anyUrl()).willReturn(aResponse().withStatus(503)));
		health().run((context) -> {
			HealthEndpoint endpoint = context.getBean(HealthEndpoint.class);
			assertThat(endpoint.healthForPath("nango", "default").getStatus()).isEqualTo(Status.UP);
			assertThat(endpoint.healthForPath("nango", "staging").getStatus()).isEqualTo(Status.DOWN);
			CompositeHealthDescriptor all = (CompositeHealthDescriptor) endpoint.healthForPath("nango");
			assertThat(all.getStatus()).isEqualTo(Status.DOWN);
			assertThat(all.getComponents()).containsOnlyKeys("default", "staging");
		});
	}

	@Test
	void withOnlyNamedClientsThereIsHealthToo() {
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class, NangoClientsAutoConfiguration.class,
					NangoHealthAutoConfiguration.class))
			.withPropertyValues("nango.clients.staging.secret-key=" + STAGING_KEY)
			.run((context) -> assertThat(context).hasBean("nangoHealthContributor"));
	}

	@Test
	void eachClientKeepsItsHealthForItsOwnTime() {
		health().withPropertyValues("nango.clients.staging.health.cache-time-to-live=0").run((context) -> {
			for (int i = 0; i < 3; i++) {
				context.getBean(HealthEndpoint.class).healthForPath("nango");
			}
			this.server.verify(1, getRequestedFor(urlPathEqualTo("/health")));
			this.stagingServer.verify(3, getRequestedFor(urlPathEqualTo("/health")));
		});
	}

	private ApplicationContextRunner health() {
		return this.runner
			.withConfiguration(
					AutoConfigurations.of(NangoHealthAutoConfiguration.class, HealthContributorAutoConfiguration.class,
							HealthContributorRegistryAutoConfiguration.class, HealthEndpointAutoConfiguration.class))
			.withPropertyValues("management.endpoint.health.show-details=always", "spring.jmx.enabled=true",
					"management.endpoints.jmx.exposure.include=*");
	}

	private static double limit(MeterRegistry meters, String client) {
		return meters.get("nango.client.ratelimit.limit").tag("client", client).gauge().value();
	}

	private static void assertCalls(WireMockServer server, int count, String key) {
		server.verify(count, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer " + key)));
		server.verify(count, anyRequestedFor(anyUrl()));
	}

	private static void answers(WireMockServer server, int limit) {
		server.stubFor(get(anyUrl()).willReturn(
				okJson("{\"data\":[],\"connections\":[]}").withHeader("X-RateLimit-Limit", Integer.toString(limit))
					.withHeader("X-RateLimit-Remaining", "1")
					.withHeader("X-RateLimit-Reset", "1795435260")));
	}

	private static void failsOnce(WireMockServer server) {
		server.stubFor(get(anyUrl()).inScenario("once")
			.whenScenarioStateIs(Scenario.STARTED)
			.willReturn(aResponse().withStatus(503))
			.willSetStateTo("works"));
	}

}
