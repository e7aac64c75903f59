package org.nangospring.autoconfigure.health;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.TestClients;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.IndicatedHealthDescriptor;
import org.springframework.boot.health.autoconfigure.actuate.endpoint.HealthEndpointAutoConfiguration;
import org.springframework.boot.health.autoconfigure.contributor.HealthContributorAutoConfiguration;
import org.springframework.boot.health.autoconfigure.registry.HealthContributorRegistryAutoConfiguration;
import org.springframework.boot.health.contributor.CompositeReactiveHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthContributors;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

class NangoHealthAutoConfigurationTests {

	private WireMockServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
		this.server.stubFor(get(anyUrl()).willReturn(okJson("{\"connections\":[]}")));
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class, NangoHealthAutoConfiguration.class,
					HealthContributorAutoConfiguration.class, HealthContributorRegistryAutoConfiguration.class,
					HealthEndpointAutoConfiguration.class))
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.baseUrl(),
					"management.endpoint.health.show-details=always", "spring.jmx.enabled=true",
					"management.endpoints.jmx.exposure.include=*");
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void callersThatWaitGetTheHealthFromTheEndpoint() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(NangoHealthIndicator.class);
			this.server.verify(0, anyRequestedFor(anyUrl()));
			IndicatedHealthDescriptor health = (IndicatedHealthDescriptor) context.getBean(HealthEndpoint.class)
				.healthForPath("nango");
			assertThat(health.getStatus()).isEqualTo(Status.UP);
			assertThat(health.getDetails()).containsEntry("host", this.server.baseUrl());
		});
	}

	@Test
	void reactiveCallersGetTheSameResult() {
		this.runner.run((context) -> {
			ReactiveHealthIndicator indicator = (ReactiveHealthIndicator) context
				.getBean(ReactiveHealthContributorRegistry.class)
				.getContributor("nango");
			assertThat(indicator.health(true).block().getStatus()).isEqualTo(Status.UP);
			context.getBean(HealthEndpoint.class).healthForPath("nango");
			this.server.verify(1, getRequestedFor(urlPathEqualTo("/health")));
		});
	}

	@Test
	void theTimeToLiveIsConfigurable() {
		this.runner.withPropertyValues("nango.health.cache-time-to-live=0").run((context) -> {
			context.getBean(HealthEndpoint.class).healthForPath("nango");
			context.getBean(HealthEndpoint.class).healthForPath("nango");
			this.server.verify(2, getRequestedFor(urlPathEqualTo("/health")));
		});
	}

	@Test
	void severalClientsAreShownByTheirNames() {
		this.runner.withUserConfiguration(TwoClients.class).run((context) -> {
			CompositeReactiveHealthContributor composite = context.getBean(CompositeReactiveHealthContributor.class);
			assertThat(composite.stream()).extracting(ReactiveHealthContributors.Entry::name)
				.containsExactlyInAnyOrder("one", "two");
			assertThat(context.getBean(HealthEndpoint.class).healthForPath("nango").getStatus()).isEqualTo(Status.UP);
			this.server.verify(2, getRequestedFor(urlPathEqualTo("/health")));
		});
	}

	@Test
	void itCanBeSwitchedOff() {
		this.runner.withPropertyValues("management.health.nango.enabled=false")
			.run((context) -> assertThat(context).hasSingleBean(NangoClient.class)
				.doesNotHaveBean("nangoHealthContributor"));
	}

	@Test
	void itIsOffWhenAllHealthChecksAre() {
		this.runner.withPropertyValues("management.health.defaults.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean("nangoHealthContributor"));
	}

	@Test
	void itIsOffWhenNangoIs() {
		this.runner.withPropertyValues("nango.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("nangoHealthContributor"));
	}

	@Test
	void anIndicatorOfTheApplicationTakesItsPlace() {
		ReactiveHealthIndicator mine = () -> Mono.just(Health.outOfService().build());
		this.runner.withBean("nangoHealthIndicator", ReactiveHealthIndicator.class, () -> mine)
			.run((context) -> assertThat(context).doesNotHaveBean("nangoHealthContributor")
				.getBean(ReactiveHealthIndicator.class)
				.isSameAs(mine));
	}

	@Test
	void aMockedClientDoesNotStopTheApplication() {
		this.runner.withBean(NangoClient.class, () -> Mockito.mock(NangoClient.class))
			.run((context) -> assertThat(context.getBean(HealthEndpoint.class).healthForPath("nango").getStatus())
				.isEqualTo(Status.DOWN));
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
