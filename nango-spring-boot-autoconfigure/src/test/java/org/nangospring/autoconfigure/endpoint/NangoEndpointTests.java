package org.nangospring.autoconfigure.endpoint;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoErrorMapper;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoInterceptor;
import org.nangospring.client.NangoRetryPolicy;
import org.nangospring.client.TestClients;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Whole applications that show the endpoint over HTTP.
 */
class NangoEndpointTests {

	private static final String STORED = "s3cr3t";

	private static final String SECURITY = "org.springframework.boot.security.autoconfigure.";

	private static final String WITHOUT_SECURITY = String.join(",",
			SECURITY + "web.servlet.SecurityFilterAutoConfiguration",
			SECURITY + "web.servlet.ServletWebSecurityAutoConfiguration",
			SECURITY + "web.reactive.ReactiveWebSecurityAutoConfiguration",
			SECURITY + "actuate.web.servlet.ManagementWebSecurityAutoConfiguration",
			SECURITY + "actuate.web.reactive.ReactiveManagementWebSecurityAutoConfiguration");

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
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void theConfigurationInForceIsShownWithoutTheKey(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = application(Application.class, type, "nango.timeout.call=90s",
				"nango.retry.max-attempts=7", "nango.http-proxy.host=proxy.internal", "nango.http-proxy.port=8080",
				"nango.http-proxy.username=u-" + STORED, "nango.http-proxy.password=p-" + STORED,
				"nango.http-proxy.non-proxy-hosts=127.0.0.1")) {
			String body = get(context, "").body();
			assertThat(body).doesNotContain(TestClients.KEY, STORED);
			JsonNode configuration = JsonMapper.shared().readTree(body).at("/clients/default/configuration");
			assertThat(configuration.at("/host").asString()).isEqualTo(this.server.baseUrl());
			assertThat(configuration.at("/timeout/call").asString()).isEqualTo("PT1M30S");
			assertThat(configuration.at("/timeout/response").asString()).isEqualTo("PT30S");
			assertThat(configuration.at("/maxInMemorySize").asInt()).isEqualTo(16 * 1024 * 1024);
			assertThat(configuration.at("/pool/maxConnections").asInt()).isEqualTo(64);
			assertThat(configuration.at("/retry/maxAttempts").asInt()).isEqualTo(7);
			assertThat(configuration.at("/httpProxy/host").asString()).isEqualTo("proxy.internal");
			assertThat(configuration.at("/ssl/customized").asBoolean()).isFalse();
			assertThat(configuration.at("/interceptors").isEmpty()).isTrue();
			assertThat(configuration.at("/retry").has("policy")).isFalse();
			this.server.verify(0, anyRequestedFor(anyUrl()));
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void theRateLimitThePoolAndTheBudgetAreShown(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = application(Application.class, type)) {
			JsonNode before = client(context);
			assertThat(before.has("rateLimit")).isFalse();
			assertThat(before.at("/pool/active").asInt(-1)).isZero();
			assertThat(before.at("/pool/idle").asInt(-1)).isZero();
			assertThat(before.at("/retryBudget/remaining").asInt(-1)).isEqualTo(50);
			this.server.stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[]}").withHeader("X-RateLimit-Limit", "100")
				.withHeader("X-RateLimit-Remaining", "7")
				.withHeader("X-RateLimit-Reset", "1800000000")));
			context.getBean(NangoClient.class).integrations().list();
			JsonNode after = client(context);
			assertThat(after.at("/rateLimit/limit").asInt()).isEqualTo(100);
			assertThat(after.at("/rateLimit/remaining").asInt()).isEqualTo(7);
			assertThat(after.at("/rateLimit/resetAt").asString()).isEqualTo("2027-01-15T08:00:00Z");
			assertThat(after.at("/pool/active").asInt() + after.at("/pool/idle").asInt()).isEqualTo(1);
			assertThat(after.at("/pool/pending").asInt(-1)).isZero();
			assertThat(after.at("/pool/max").asInt()).isEqualTo(64);
			assertThat(after.at("/retryBudget/exhausted").asBoolean(true)).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void theLastErrorOfEachOperationIsShownWithoutWhatWasSaid(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = application(Application.class, type)) {
			NangoClient nango = context.getBean(NangoClient.class);
			this.server.stubFor(any(anyUrl()).willReturn(jsonResponse("""
					{"error":{"code":"unknown_connection","message":"%s","payload":{"a":"%s"}}}""".formatted(STORED,
					STORED), 404)));
			for (int i = 0; i < 3; i++) {
				assertThatExceptionOfType(NangoException.class)
					.isThrownBy(() -> nango.connection("github", "c-" + STORED).get())
					.withMessageContaining(STORED);
			}
			this.server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
			assertThatExceptionOfType(NangoException.class)
				.isThrownBy(() -> nango.connection("github", "c-1").actions().trigger("add", null));
			this.server.stubFor(any(anyUrl()).willReturn(jsonResponse("""
					{"error":{"code":"Not a code: %s"}}""".formatted(STORED), 400)));
			assertThatExceptionOfType(NangoException.class).isThrownBy(() -> nango.integrations().list());
			String body = get(context, "").body();
			assertThat(body).doesNotContain(STORED, TestClients.KEY);
			JsonNode errors = JsonMapper.shared().readTree(body).at("/clients/default/errors");
			assertThat(errors.propertyNames()).containsExactly("actions.trigger", "connections.get",
					"integrations.list");
			JsonNode get = errors.get("connections.get");
			assertThat(get.at("/exception").asString()).isEqualTo("NangoNotFoundException");
			assertThat(get.at("/status").asInt()).isEqualTo(404);
			assertThat(get.at("/code").asString()).isEqualTo("unknown_connection");
			assertThat(get.at("/count").asInt()).isEqualTo(3);
			assertThat(get.at("/attempts").asInt()).isEqualTo(1);
			assertThat(get.at("/at").asString()).endsWith("Z");
			assertThat(errors.at("/actions.trigger/reason").asString()).isEqualTo("RESET");
			assertThat(errors.at("/actions.trigger").has("status")).isFalse();
			assertThat(errors.at("/integrations.list").has("code")).isFalse();
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void aBudgetThatIsUsedUpIsShown(WebApplicationType type) throws Exception {
		this.server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(503)));
		try (ConfigurableApplicationContext context = application(Application.class, type, "nango.retry.budget=1",
				"nango.retry.initial-backoff=1ms")) {
			assertThatExceptionOfType(NangoException.class)
				.isThrownBy(() -> context.getBean(NangoClient.class).integrations().list());
			JsonNode budget = client(context).get("retryBudget");
			assertThat(budget.at("/capacity").asInt()).isEqualTo(1);
			assertThat(budget.at("/remaining").asDouble(-1)).isZero();
			assertThat(budget.at("/exhausted").asBoolean()).isTrue();
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void oneClientIsAskedForByItsNameAndAnotherIsNotFound(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = application(Application.class, type)) {
			HttpResponse<String> one = get(context, "/default");
			assertThat(one.statusCode()).isEqualTo(200);
			assertThat(JsonMapper.shared().readTree(one.body()).has("configuration")).isTrue();
			assertThat(get(context, "/other").statusCode()).isEqualTo(404);
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void theClassesOfWhatTheApplicationAddsAreShownAndItsSanitizingFunctionsHold(WebApplicationType type)
			throws Exception {
		try (ConfigurableApplicationContext context = application(Extended.class, type)) {
			JsonNode configuration = client(context).get("configuration");
			assertThat(configuration.at("/interceptors/0").asString()).isEqualTo(Noting.class.getName());
			assertThat(configuration.at("/retry/policy").asString()).isEqualTo(Never.class.getName());
			assertThat(configuration.at("/errorMappers/0").asString()).isEqualTo(Mapping.class.getName());
			assertThat(configuration.at("/host").asString()).isEqualTo("******");
			assertThat(configuration.at("/timeout/call").asString()).isEqualTo("PT1M");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void withoutExposureItIsNotFound(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = application(Application.class, type,
				"management.endpoints.web.exposure.include=health")) {
			assertThat(get(context, "").statusCode()).isEqualTo(404);
		}
	}

	private ConfigurableApplicationContext application(Class<?> source, WebApplicationType type, String... properties) {
		return new SpringApplicationBuilder(source).web(type)
			.properties("server.port=0", "server.address=127.0.0.1", "spring.main.banner-mode=off",
					"spring.reactor.netty.shutdown-quiet-period=0s", "nango.secret-key=" + TestClients.KEY,
					"nango.host=" + this.server.baseUrl(), "management.endpoints.web.exposure.include=nango",
					"spring.autoconfigure.exclude=" + WITHOUT_SECURITY)
			.properties(properties)
			.run();
	}

	private static JsonNode client(ConfigurableApplicationContext context) throws Exception {
		HttpResponse<String> response = get(context, "");
		assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
		return JsonMapper.shared().readTree(response.body()).at("/clients/default");
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String path) throws Exception {
		int port = ((WebServerApplicationContext) context).getWebServer().getPort();
		return HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/nango" + path)).build(),
					BodyHandlers.ofString());
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Extended {

		@Bean
		NangoInterceptor interceptor() {
			return new Noting();
		}

		@Bean
		NangoRetryPolicy policy() {
			return new Never();
		}

		@Bean
		NangoErrorMapper mapper() {
			return new Mapping();
		}

		@Bean
		SanitizingFunction hosts() {
			return (data) -> data.getKey().equals("nango.host") ? data.withSanitizedValue() : data;
		}

	}

	static class Noting implements NangoInterceptor {

	}

	static class Never implements NangoRetryPolicy {

		@Override
		public Duration delayAfter(FailedAttempt attempt) {
			return null;
		}

	}

	static class Mapping implements NangoErrorMapper {

		@Override
		public RuntimeException map(NangoException failure) {
			return null;
		}

	}

}
