package org.nangospring.autoconfigure;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.TestClients;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

class NangoPropertiesTests {

	/** They come from beans of the application, looked up with the first call. */
	static final String[] EXTENSIONS = { "interceptors", "retryPolicy", "errorMappers" };

	private static final Pattern WITHOUT_DEFAULT = Pattern
		.compile("nango\\.listeners\\.page-size|.*-keys?|nango\\.webhook\\.path|nango\\.(ssl|http-proxy)\\..*"
				+ "|nango\\.clients|nango\\.listeners\\.(client|enabled|listener|jdbc\\.(platform|schema)|metadata\\.lock-time-to-live)");

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class))
		.withPropertyValues("nango.secret-key=" + TestClients.KEY);

	@Test
	void defaultsAreThoseOfTheBuilder() {
		this.runner.run((context) -> assertThat(context.getBean(NangoClientBuilder.class)).usingRecursiveComparison()
			.ignoringFields(EXTENSIONS)
			.isEqualTo(NangoClient.builder().secretKey(TestClients.KEY)));
	}

	@Test
	void everyPropertyReachesTheBuilder() {
		this.runner
			.withPropertyValues("nango.host=https://nango.example.com/root/", "nango.max-in-memory-size=3KB",
					"nango.timeout.connect=1s", "nango.timeout.response=2s", "nango.timeout.call=3s",
					"nango.pool.max-connections=4", "nango.pool.pending-acquire-max-count=5",
					"nango.pool.pending-acquire-timeout=6s", "nango.pool.max-idle-time=7s",
					"nango.pool.max-life-time=8s", "nango.pool.measured=true", "nango.retry.max-attempts=9",
					"nango.retry.initial-backoff=10s", "nango.retry.max-backoff=11s", "nango.retry.multiplier=1.5",
					"nango.retry.budget=12", "nango.http-proxy.host=proxy.example.com", "nango.http-proxy.port=3128",
					"nango.http-proxy.username=anna", "nango.http-proxy.password=of-the-proxy",
					"nango.http-proxy.non-proxy-hosts=*.internal,127.*|localhost")
			.run((context) -> assertThat(context.getBean(NangoClientBuilder.class)).usingRecursiveComparison()
				.ignoringFields(EXTENSIONS)
				.isEqualTo(NangoClient.builder()
					.secretKey(TestClients.KEY)
					.host("https://nango.example.com/root")
					.maxInMemorySize(3 * 1024)
					.connectTimeout(Duration.ofSeconds(1))
					.responseTimeout(Duration.ofSeconds(2))
					.callTimeout(Duration.ofSeconds(3))
					.pool((pool) -> pool.maxConnections(4)
						.pendingAcquireMaxCount(5)
						.pendingAcquireTimeout(Duration.ofSeconds(6))
						.maxIdleTime(Duration.ofSeconds(7))
						.maxLifeTime(Duration.ofSeconds(8))
						.measured(true))
					.retry((retry) -> retry.maxAttempts(9)
						.initialBackoff(Duration.ofSeconds(10))
						.maxBackoff(Duration.ofSeconds(11))
						.multiplier(1.5)
						.budget(12))
					.httpProxy((proxy) -> proxy.address("proxy.example.com", 3128)
						.credentials("anna", "of-the-proxy")
						.nonProxyHosts(List.of("*.internal", "127.*", "localhost")))));
	}

	@Test
	void anEmptyHostIsNoHttpProxyAndAnEmptyBundleIsNone() {
		this.runner
			.withPropertyValues("nango.http-proxy.host=", "nango.http-proxy.port=3128", "nango.http-proxy.username=",
					"nango.http-proxy.password=", "nango.ssl.bundle=")
			.run((context) -> assertThat(context.getBean(NangoClientBuilder.class)).usingRecursiveComparison()
				.ignoringFields(EXTENSIONS)
				.isEqualTo(NangoClient.builder().secretKey(TestClients.KEY)));
	}

	@Test
	void anEmptyUserNameIsNone() {
		this.runner
			.withPropertyValues("nango.http-proxy.host=proxy.example.com", "nango.http-proxy.port=3128",
					"nango.http-proxy.username=", "nango.http-proxy.password=")
			.run((context) -> assertThat(context.getBean(NangoClientBuilder.class)).usingRecursiveComparison()
				.ignoringFields(EXTENSIONS)
				.isEqualTo(NangoClient.builder()
					.secretKey(TestClients.KEY)
					.httpProxy((proxy) -> proxy.address("proxy.example.com", 3128))));
	}

	@Test
	void theTextOfThePropertiesHoldsNoKey() {
		NangoProperties properties = new NangoProperties();
		properties.setSecretKey(TestClients.KEY);
		properties.getHttpProxy().setPassword("password-of-a-proxy");
		assertThat(properties.toString()).doesNotContain(TestClients.KEY)
			.doesNotContain("password-of-a-proxy")
			.contains("https://api.nango.dev");
		NangoWebhookProperties webhook = new NangoWebhookProperties();
		webhook.setSigningKeys(List.of("signing-key-of-a-webhook"));
		assertThat(webhook.toString()).doesNotContain("signing-key-of-a-webhook").contains("***");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("metadata")
	void everyPropertyIsDescribedAsBootAdvises(String name, JsonNode property) {
		String description = property.path("description").asString("");
		assertThat(description).isNotBlank().endsWith(".").doesNotStartWith("The ").doesNotStartWith("A ");
		if (!property.path("sourceType").asString("").startsWith("org.springframework.")) {
			assertThat(description.toLowerCase()).doesNotContain("default");
		}
		if (property.path("type").asString().equals("java.lang.Boolean")) {
			assertThat(description).startsWith("Whether ");
		}
		if (!WITHOUT_DEFAULT.matcher(name).matches()) {
			assertThat(property.has("defaultValue")).as("default of " + name).isTrue();
		}
	}

	static Stream<Object[]> metadata() throws IOException {
		try (InputStream metadata = NangoProperties.class
			.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
			// several jars have such a file, but the classes of the module come first
			JsonNode properties = JsonMapper.shared().readTree(metadata).path("properties");
			assertThat(properties.findValuesAsString("name")).contains("nango.secret-key",
					"management.health.nango.enabled");
			return properties.valueStream()
				.map((property) -> new Object[] { property.path("name").asString(), property });
		}
	}

}
