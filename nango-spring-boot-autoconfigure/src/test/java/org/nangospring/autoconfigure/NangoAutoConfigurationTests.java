package org.nangospring.autoconfigure;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.autoconfigure.health.NangoHealthAutoConfiguration;
import org.nangospring.autoconfigure.observation.NangoMetricsAutoConfiguration;
import org.nangospring.autoconfigure.observation.NangoObservationAutoConfiguration;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.client.integration.Integration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NangoAutoConfigurationTests {

	private static final String OTHER_KEY = "99999999-2222-4333-8444-555555555555";

	private WireMockServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
		this.server.stubFor(get(anyUrl()).willReturn(okJson("""
				{"data":[{"unique_key":"github-prod","display_name":"GitHub","provider":"github"}]}""")));
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class))
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.baseUrl() + "/");
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void theBlockingClientCallsTheConfiguredHostWithTheConfiguredKey() {
		this.runner.run((context) -> {
			List<Integration> integrations = context.getBean(NangoClient.class).integrations().list();
			assertThat(integrations).extracting(Integration::integrationId).containsExactly("github-prod");
			verifyCalls(1, TestClients.KEY);
		});
	}

	@Test
	void theReactiveClientIsTheSameClient() {
		this.runner.run((context) -> {
			assertThat(context.getBean(ReactiveNangoClient.class))
				.isSameAs(context.getBean(NangoClient.class).reactive());
			assertThat(context.getBean(ReactiveNangoClient.class).integrations().list().block()).hasSize(1);
			verifyCalls(1, TestClients.KEY);
		});
	}

	@Test
	void disabledThereAreNoBeans() {
		this.runner.withPropertyValues("nango.enabled=false")
			.run((context) -> assertThat(ownBeans(context.getBeanFactory())).isEmpty());
	}

	@Test
	void anApplicationHasTwoClientsForTwoEnvironments() {
		this.runner.withUserConfiguration(TwoEnvironments.class).run((context) -> {
			context.getBean("production", NangoClient.class).integrations().list();
			verifyCalls(1, TestClients.KEY);
			context.getBean("development", NangoClient.class).integrations().list();
			verifyCalls(1, OTHER_KEY);
			assertThat(context.getBean(ReactiveNangoClient.class))
				.isSameAs(context.getBean("production", NangoClient.class).reactive());
		});
	}

	@Test
	void furtherClientsNeedNoKeyInTheProperties() {
		new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class))
			.withUserConfiguration(OneEnvironmentByHand.class)
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(NangoClient.class));
	}

	@Test
	void theApplicationsJacksonSettingsChangeNothing() {
		this.runner.withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class))
			.withPropertyValues("spring.jackson.property-naming-strategy=SNAKE_CASE",
					"spring.jackson.deserialization.fail-on-unknown-properties=true")
			.run((context) -> {
				// the settings are in force, only not in the client
				assertThat(context.getBean(JsonMapper.class).writeValueAsString(new Camel("x")))
					.isEqualTo("{\"camel_case\":\"x\"}");
				NangoClient nango = context.getBean(NangoClient.class);
				assertThat(nango.integrations().list()).singleElement()
					.satisfies((integration) -> assertThat(integration.integrationId()).isEqualTo("github-prod"));
			});
	}

	@Test
	void webClientCustomizersOfTheApplicationDoNotReachTheClient() {
		AtomicInteger exchanges = new AtomicInteger();
		this.runner.withConfiguration(AutoConfigurations.of(WebClientAutoConfiguration.class))
			.withBean(WebClientCustomizer.class,
					() -> (builder) -> builder.defaultHeader("X-Leak", "leaked").filter((request, next) -> {
						exchanges.incrementAndGet();
						return next.exchange(request);
					}))
			.run((context) -> {
				context.getBean(NangoClient.class).integrations().list();
				this.server.verify(1, getRequestedFor(anyUrl()).withoutHeader("X-Leak"));
				assertThat(exchanges).hasValue(0);
			});
	}

	@Test
	void onlyBeansOfOurOwnTypesArePublished() {
		new ApplicationContextRunner().withUserConfiguration(EveryAutoConfiguration.class)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY)
			.run((context) -> assertThat(ownBeans(context.getBeanFactory())).isNotEmpty()
				.allSatisfy((name) -> assertThat(context.getType(name).getName()).startsWith("org.nangospring.")));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "nangoSanitizingFunction", "nangoRateLimitMeterBinder", "metricsNangoClientBuilderCustomizer",
					"observationNangoClientBuilderCustomizer", "nangoHealthContributor" })
	void whatIsOursAloneBacksOffByItsName(String name) {
		this.runner.withUserConfiguration(EveryAutoConfiguration.class)
			.withBean(name, String.class, () -> "mine")
			.run((context) -> assertThat(context).hasNotFailed().getBean(name).isEqualTo("mine"));
	}

	@Test
	void startingConnectsToNothing() {
		AtomicInteger built = new AtomicInteger();
		this.runner.withBean(NangoClientBuilderCustomizer.class, () -> (builder) -> builder.httpClient((httpClient) -> {
			built.incrementAndGet();
			return httpClient;
		})).run((context) -> {
			assertThat(context.getBean(NangoClient.class)).isNotNull();
			assertThat(built).as("HTTP clients, each with its pool").hasValue(0);
			this.server.verify(0, anyRequestedFor(anyUrl()));
			context.getBean(NangoClient.class).integrations().list();
			assertThat(built).hasValue(1);
		});
	}

	@Test
	void closingTheContextClosesTheClientAndClosingAgainIsHarmless() {
		NangoClient[] client = new NangoClient[1];
		this.runner.run((context) -> {
			client[0] = context.getBean(NangoClient.class);
			client[0].integrations().list();
		});
		client[0].close();
		client[0].reactive().close();
		assertThatExceptionOfType(NangoTransportException.class).isThrownBy(() -> client[0].integrations().list())
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(NangoTransportException.Reason.CLOSED));
	}

	private void verifyCalls(int count, String key) {
		this.server.verify(count, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer " + key)));
	}

	private static List<String> ownBeans(ConfigurableListableBeanFactory beanFactory) {
		return List.of(beanFactory.getBeanDefinitionNames()).stream().filter((name) -> {
			Class<?> type = beanFactory.getType(name);
			String factory = beanFactory.getBeanDefinition(name).getFactoryBeanName();
			boolean ownFactory = factory != null && factory.startsWith("org.nangospring.autoconfigure.");
			return ownFactory || (type != null && !type.getName().contains("Tests")
					&& type.getName().startsWith("org.nangospring."));
		}).toList();
	}

	record Camel(String camelCase) {
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ NangoAutoConfiguration.class, NangoSanitizingAutoConfiguration.class,
			NangoHealthAutoConfiguration.class, NangoMetricsAutoConfiguration.class,
			NangoObservationAutoConfiguration.class })
	static class EveryAutoConfiguration {

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoEnvironments {

		@Bean
		@Primary
		NangoClient production(NangoClientBuilder builder) {
			return builder.build();
		}

		@Bean
		NangoClient development(NangoClientBuilder builder) {
			return builder.secretKey(OTHER_KEY).build();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OneEnvironmentByHand {

		@Bean
		NangoClient nango(NangoClientBuilder builder) {
			return builder.secretKey(OTHER_KEY).build();
		}

	}

}
