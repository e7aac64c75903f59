package org.nangospring.autoconfigure.observation;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoClientBuilderCustomizer;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.TestClients;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class NangoMetricsAutoConfigurationTests {

	private static final Instant RESET = Instant.parse("2026-11-23T12:01:00Z");

	private final ManualTiming timing = new ManualTiming();

	private WireMockServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class, NangoMetricsAutoConfiguration.class))
			.withBean(NangoClientBuilderCustomizer.class, () -> (builder) -> TestClients.timed(builder, this.timing))
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.baseUrl());
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void repeatedAttemptsAreCountedByOperationAndReason() {
		twoRateLimitsAnd503ThenSuccess();
		this.runner.withBean(MeterRegistry.class, SimpleMeterRegistry::new).run((context) -> {
			context.getBean(NangoClient.class).integrations().list();
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(retries(registry, "rate_limit")).isEqualTo(2);
			assertThat(retries(registry, "server_error")).isEqualTo(1);
			assertThat(registry.find("nango.client.retries").counters()).hasSize(2);
		});
	}

	@Test
	void repeatedAttemptsAreCountedInARegistryThatComesLate() {
		twoRateLimitsAnd503ThenSuccess();
		this.runner.withUserConfiguration(LateRegistry.class).run((context) -> {
			NangoClient nango = context.getBean(NangoClient.class);
			assertThat(context.getBeanFactory().containsSingleton("lateRegistry")).isFalse();
			nango.integrations().list();
			assertThat(retries(context.getBean(MeterRegistry.class), "rate_limit")).isEqualTo(2);
		});
	}

	@Test
	void theRateLimitIsShownInARegistryThatIsMadeAfterTheClient() {
		answers(200, 199);
		boot().withUserConfiguration(RegistryAfterClient.class).run((context) -> {
			context.getBean(NangoClient.class).integrations().list();
			assertThat(gauge(context.getBean(MeterRegistry.class), "remaining", "default")).isEqualTo(199);
		});
	}

	@Test
	void withoutARegistryCallsAreRepeatedAllTheSame() {
		twoRateLimitsAnd503ThenSuccess();
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(MeterRegistry.class);
			assertThat(context.getBean(NangoClient.class).integrations().list()).isEmpty();
			assertThat(this.timing.waits()).hasSize(3);
		});
	}

	@Test
	void withTwoRegistriesBothCount() {
		twoRateLimitsAnd503ThenSuccess();
		boot().withBean("one", MeterRegistry.class, SimpleMeterRegistry::new)
			.withBean("two", MeterRegistry.class, SimpleMeterRegistry::new)
			.run((context) -> {
				context.getBean(NangoClient.class).integrations().list();
				for (String name : new String[] { "one", "two" }) {
					MeterRegistry registry = context.getBean(name, MeterRegistry.class);
					assertThat(retries(registry, "rate_limit")).isEqualTo(2);
					assertThat(gauge(registry, "limit", "default")).isEqualTo(200);
				}
			});
	}

	@Test
	void theRateLimitOfEachClientIsShownOnceItIsKnown() {
		answers(200, 199);
		boot().withBean(MeterRegistry.class, SimpleMeterRegistry::new)
			.withUserConfiguration(TwoClients.class)
			.run((context) -> {
				MeterRegistry registry = context.getBean(MeterRegistry.class);
				assertThat(gauge(registry, "limit", "one")).isNaN();
				assertThat(gauge(registry, "remaining", "one")).isNaN();
				assertThat(gauge(registry, "reset", "one")).isNaN();
				context.getBean("one", NangoClient.class).integrations().list();
				assertThat(gauge(registry, "limit", "one")).isEqualTo(200);
				assertThat(gauge(registry, "remaining", "one")).isEqualTo(199);
				assertThat(gauge(registry, "remaining", "two")).isNaN();
				assertThat(registry.get("nango.client.ratelimit.reset").gauges())
					.allSatisfy((gauge) -> assertThat(gauge.getId().getBaseUnit()).isEqualTo("seconds"));
			});
	}

	@Test
	void theTimeUntilTheNextWindowCountsDownToZero() {
		answers(200, 199);
		this.runner.run((context) -> {
			context.getBean(NangoClient.class).integrations().list();
			assertThat(reset(context.getBeanFactory(), RESET.minusSeconds(42))).isEqualTo(42);
			assertThat(reset(context.getBeanFactory(), RESET.plusSeconds(1))).isZero();
		});
	}

	private ApplicationContextRunner boot() {
		return this.runner.withConfiguration(
				AutoConfigurations.of(MetricsAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class));
	}

	private static double reset(ConfigurableListableBeanFactory beanFactory, Instant now) {
		MeterRegistry registry = new SimpleMeterRegistry();
		new RateLimitMeterBinder(beanFactory, Clock.fixed(now, ZoneOffset.UTC)).bindTo(registry);
		return gauge(registry, "reset", "default");
	}

	private static double gauge(MeterRegistry registry, String what, String client) {
		return registry.get("nango.client.ratelimit." + what).tag("client", client).gauge().value();
	}

	private static double retries(MeterRegistry registry, String reason) {
		return registry.get("nango.client.retries")
			.tag("operation", "integrations.list")
			.tag("reason", reason)
			.counter()
			.count();
	}

	private void answers(int limit, int remaining) {
		this.server.stubFor(get(urlPathEqualTo("/integrations"))
			.willReturn(okJson("{\"data\":[]}").withHeader("X-RateLimit-Limit", Integer.toString(limit))
				.withHeader("X-RateLimit-Remaining", Integer.toString(remaining))
				.withHeader("X-RateLimit-Reset", Long.toString(RESET.getEpochSecond()))));
	}

	private void twoRateLimitsAnd503ThenSuccess() {
		answer(Scenario.STARTED, 429, "second");
		answer("second", 429, "third");
		answer("third", 503, "done");
		this.server.stubFor(get(urlPathEqualTo("/integrations")).inScenario("s")
			.whenScenarioStateIs("done")
			.willReturn(okJson("{\"data\":[]}").withHeader("X-RateLimit-Limit", "200")
				.withHeader("X-RateLimit-Remaining", "1")
				.withHeader("X-RateLimit-Reset", Long.toString(RESET.getEpochSecond()))));
	}

	private void answer(String state, int status, String next) {
		this.server.stubFor(get(urlPathEqualTo("/integrations")).inScenario("s")
			.whenScenarioStateIs(state)
			.willReturn(aResponse().withStatus(status)
				.withHeader("Retry-After", "0")
				.withHeader("Content-Type", "application/json")
				.withBody("{\"error\":{\"code\":\"too_many_request\"}}"))
			.willSetStateTo(next));
	}

	@Configuration(proxyBeanMethods = false)
	static class LateRegistry {

		@Bean
		@Lazy
		MeterRegistry lateRegistry() {
			return new SimpleMeterRegistry();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class RegistryAfterClient {

		@Bean
		@DependsOn("nangoClient")
		MeterRegistry registry() {
			return new SimpleMeterRegistry();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoClients {

		@Bean
		NangoClient one(NangoClientBuilder builder) {
			return builder.build();
		}

		@Bean
		NangoClient two(NangoClientBuilder builder) {
			return builder.build();
		}

	}

}
