package org.nangospring.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoException;
import org.nangospring.client.TestClients;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.beans.BeansEndpoint;
import org.springframework.boot.actuate.endpoint.InvocationContext;
import org.springframework.boot.actuate.endpoint.OperationType;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.actuate.endpoint.jmx.ExposableJmxEndpoint;
import org.springframework.boot.actuate.endpoint.jmx.JmxEndpointsSupplier;
import org.springframework.boot.actuate.endpoint.jmx.JmxOperation;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A whole application whose actuator shows everything it has, but for its heap.
 */
class NangoActuatorSecretsTests {

	private static final String SIGNING_KEY = "signing-22222222";

	private static final String STORED = "s3cr3t";

	private WireMockServer server;

	@BeforeEach
	void start() {
		this.server = TestClients.server();
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 401, 403, 424, 500 })
	void noEndpointShowsAKeyOrWhatNangoAnswered(int status) {
		this.server.stubFor(any(anyUrl()).willReturn(jsonResponse("""
				{"error":{"code":"invalid_credentials","message":"Not a key: %s","payload":{"a":"%s"}},
				"connections":[{"a":"%s"}],"a":"%s"}""".formatted(TestClients.KEY, STORED, STORED, STORED), status)));
		try (ConfigurableApplicationContext context = application()) {
			assertThatExceptionOfType(NangoException.class)
				.isThrownBy(() -> context.getBean(NangoClient.class).connection("github", "c").get());
			List<String> asked = new ArrayList<>();
			for (ExposableJmxEndpoint endpoint : context.getBean(JmxEndpointsSupplier.class).getEndpoints()) {
				for (JmxOperation operation : endpoint.getOperations()) {
					if (isAskedWithoutParameters(operation)) {
						asked.add(endpoint.getEndpointId().toLowerCaseString());
						assertThat(answer(operation)).as(endpoint.getEndpointId() + "." + operation.getName())
							.doesNotContain(TestClients.KEY, SIGNING_KEY, STORED);
					}
				}
			}
			assertThat(asked).contains("beans", "conditions", "configprops", "env", "health", "info", "loggers",
					"metrics", "nango", "threaddump");
		}
	}

	@Test
	void healthWithAllItsDetailsTellsAKeyThatNangoRefusedAndNotTheKey() {
		this.server.stubFor(any(anyUrl()).willReturn(jsonResponse("""
				{"error":{"code":"unknown_account","message":"Not a key: %s"}}""".formatted(TestClients.KEY), 401)));
		try (ConfigurableApplicationContext context = application()) {
			assertThat(json(context.getBean(HealthEndpoint.class).healthForPath("nango"))).contains("DOWN", "nango")
				.doesNotContain(TestClients.KEY);
		}
	}

	@Test
	void theBeansAreNamedByTheirTypes() {
		try (ConfigurableApplicationContext context = application()) {
			assertThat(json(context.getBean(BeansEndpoint.class).beans())).contains("nangoClient")
				.doesNotContain(TestClients.KEY, SIGNING_KEY);
		}
	}

	@Test
	void noBeanOfOursTellsAKeyInItsText() {
		try (ConfigurableApplicationContext context = application()) {
			List<String> texts = new ArrayList<>();
			for (String name : context.getBeanDefinitionNames()) {
				Object bean = context.getBean(name);
				if (bean.getClass().getName().startsWith("org.nangospring.")) {
					texts.add(bean.toString());
				}
			}
			assertThat(texts).hasSizeGreaterThan(5)
				.noneMatch((text) -> text.contains(TestClients.KEY) || text.contains(SIGNING_KEY));
		}
	}

	private ConfigurableApplicationContext application() {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.run("--nango.secret-key=" + TestClients.KEY, "--nango.webhook.signing-keys=" + SIGNING_KEY,
					"--nango.host=" + this.server.baseUrl(), "--management.endpoints.jmx.exposure.include=*",
					"--management.endpoints.access.default=unrestricted", "--spring.jmx.enabled=true",
					"--spring.jmx.unique-names=true", "--management.endpoint.env.show-values=always",
					"--management.endpoint.configprops.show-values=always",
					"--management.endpoint.health.show-details=always",
					"--management.endpoint.health.show-components=always");
	}

	private static boolean isAskedWithoutParameters(JmxOperation operation) {
		// that of the environment is a pattern which may be left out
		return operation.getType() == OperationType.READ
				&& (operation.getParameters().isEmpty() || operation.getName().equals("environment"));
	}

	private static String answer(JmxOperation operation) {
		return json(operation.invoke(new InvocationContext(SecurityContext.NONE, Map.of())));
	}

	private static String json(Object value) {
		return JsonMapper.shared().writeValueAsString(value);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
