package org.nangospring.autoconfigure;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.autoconfigure.health.NangoHealthAutoConfiguration;
import org.nangospring.autoconfigure.listener.NangoJdbcStreamStoreAutoConfiguration;
import org.nangospring.autoconfigure.listener.NangoListenerAutoConfiguration;
import org.nangospring.autoconfigure.listener.NangoListenerEndpointAutoConfiguration;
import org.nangospring.autoconfigure.listener.NangoListenerHealthAutoConfiguration;
import org.nangospring.autoconfigure.listener.NangoListenerMetricsAutoConfiguration;
import org.nangospring.autoconfigure.listener.NangoMetadataStreamStoreAutoConfiguration;
import org.nangospring.autoconfigure.observation.NangoMetricsAutoConfiguration;
import org.nangospring.autoconfigure.observation.NangoObservationAutoConfiguration;
import org.nangospring.autoconfigure.webhook.NangoWebhookAutoConfiguration;
import org.nangospring.autoconfigure.webhook.NangoWebhookEndpointAutoConfiguration;
import org.nangospring.client.NangoClient;
import org.nangospring.client.ReactiveNangoClient;
import org.nangospring.client.TestClients;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The starter works where a library is not there that it can do without.
 */
class OptionalLibrariesTests {

	private static final String HEALTH = "org.springframework.boot.health";

	private static final String ACTUATOR = "org.springframework.boot.actuate";

	private static final String METRICS = "org.springframework.boot.micrometer.metrics";

	private static final String OBSERVATION = "org.springframework.boot.micrometer.observation";

	private static final String MICROMETER = "io.micrometer.core";

	private static final String SERVLET = "jakarta.servlet";

	private static final String WEBMVC = "org.springframework.web.servlet";

	private static final String SPRING_TEST = "org.springframework.test";

	private static final String JDBC = "org.springframework.jdbc";

	private static final String BOOT_JDBC = "org.springframework.boot.jdbc";

	private static final String TRANSACTIONS = "org.springframework.transaction";

	private static final String INTEGRATION = "org.springframework.integration";

	private static final String DOCKER_COMPOSE = "org.springframework.boot.docker";

	private static final String BOOT_TESTCONTAINERS = "org.springframework.boot.testcontainers";

	private static final String TESTCONTAINERS = "org.testcontainers";

	private static final String JACKSON = "org.springframework.boot.jackson";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("nango.secret-key=" + TestClients.KEY);

	@Test
	void withEverythingThereIsEverything() {
		this.runner.run((context) -> assertThat(context).hasBean("nangoHealthContributor")
			.hasBean("nangoSanitizingFunction")
			.hasBean("nangoRateLimitMeterBinder")
			.hasBean("metricsNangoClientBuilderCustomizer")
			.hasBean("observationNangoClientBuilderCustomizer"));
	}

	@ParameterizedTest
	@ValueSource(strings = { HEALTH, ACTUATOR, METRICS, OBSERVATION, MICROMETER, JACKSON, SERVLET, WEBMVC, SPRING_TEST,
			JDBC, BOOT_JDBC, TRANSACTIONS, INTEGRATION, DOCKER_COMPOSE, BOOT_TESTCONTAINERS, TESTCONTAINERS })
	void withoutALibraryTheClientsWork(String missing) {
		worksWithout(this.runner, missing);
	}

	@Test
	void withoutAnyOfThemTheClientsWork() {
		worksWithout(this.runner, HEALTH, ACTUATOR, METRICS, OBSERVATION, MICROMETER, JACKSON, SERVLET, WEBMVC,
				SPRING_TEST, JDBC, BOOT_JDBC, TRANSACTIONS, INTEGRATION, DOCKER_COMPOSE, BOOT_TESTCONTAINERS,
				TESTCONTAINERS);
	}

	@ParameterizedTest
	@ValueSource(strings = { "spring-boot-health-|spring-boot-actuator", "spring-boot-micrometer-|micrometer-core-",
			"spring-webmvc-|jakarta.servlet-api-|tomcat-|spring-boot-webmvc-|spring-boot-tomcat-|spring-boot-servlet-|spring-boot-security|spring-security-|spring-test-",
			"spring-boot-health-|spring-boot-actuator|spring-boot-micrometer-|micrometer-core-|spring-boot-jackson-",
			"spring-boot-docker-compose-|spring-boot-testcontainers-|testcontainers-|docker-java-",
			"spring-boot-jdbc-|spring-boot-sql-|spring-boot-transaction-|spring-jdbc-|spring-tx-|h2-|HikariCP-" })
	void aWholeApplicationStartsWithoutTheJars(String missing) throws Exception {
		ReducedClassPath.run("(" + missing + ").*\\.jar", WholeApplication.class);
	}

	@Test
	void withoutHealthThereIsNoContributor() {
		this.runner.withClassLoader(new FilteredClassLoader(HEALTH))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("nangoHealthContributor"));
	}

	@Test
	void withoutActuatorNothingIsMasked() {
		this.runner.withClassLoader(new FilteredClassLoader(ACTUATOR))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("nangoSanitizingFunction"));
	}

	@Test
	void withoutMicrometerNothingIsCounted() {
		this.runner.withClassLoader(new FilteredClassLoader(MICROMETER))
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("nangoRateLimitMeterBinder")
				.doesNotHaveBean("metricsNangoClientBuilderCustomizer")
				.hasBean("observationNangoClientBuilderCustomizer"));
	}

	private static void worksWithout(ApplicationContextRunner runner, String... missing) {
		WireMockServer server = TestClients.server();
		try {
			server.stubFor(get(anyUrl()).willReturn(okJson("""
					{"data":[{"unique_key":"github","provider":"github"}]}""")));
			runner.withPropertyValues("nango.host=" + server.baseUrl())
				.withClassLoader(new FilteredClassLoader(missing))
				.run((context) -> {
					assertThat(context).hasNotFailed();
					assertThat(context.getBean(NangoClient.class).integrations().list()).hasSize(1);
					assertThat(context.getBean(ReactiveNangoClient.class).integrations().list().block()).hasSize(1);
				});
		}
		finally {
			server.stop();
		}
	}

	/**
	 * Imported by name, as Spring Boot does it, so that annotations of missing libraries
	 * are never looked at.
	 */
	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ NangoAutoConfiguration.class, NangoClientsAutoConfiguration.class,
			NangoSanitizingAutoConfiguration.class, NangoHealthAutoConfiguration.class,
			NangoMetricsAutoConfiguration.class, NangoObservationAutoConfiguration.class,
			NangoWebhookAutoConfiguration.class, NangoWebhookEndpointAutoConfiguration.class,
			NangoJdbcStreamStoreAutoConfiguration.class, NangoMetadataStreamStoreAutoConfiguration.class,
			NangoListenerAutoConfiguration.class, NangoListenerMetricsAutoConfiguration.class,
			NangoListenerHealthAutoConfiguration.class, NangoListenerEndpointAutoConfiguration.class })
	static class Application {

	}

	/**
	 * Run with other class loaders, so it must not refer to anything that may be missing.
	 */
	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	public static class WholeApplication implements Runnable {

		@Override
		public void run() {
			SpringApplicationBuilder application = new SpringApplicationBuilder(WholeApplication.class)
				.web(WebApplicationType.NONE)
				.properties("nango.secret-key=11111111-2222-4333-8444-555555555555", "spring.main.banner-mode=off",
						"logging.level.root=warn");
			try (ConfigurableApplicationContext context = application.run()) {
				context.getBean(NangoClient.class);
				context.getBean(ReactiveNangoClient.class);
			}
		}

	}

}
