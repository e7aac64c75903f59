package org.nangospring.autoconfigure;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.webhook.NangoWebhookAutoConfiguration;
import org.nangospring.autoconfigure.webhook.NangoWebhookEndpointAutoConfiguration;
import org.nangospring.client.TestClients;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.actuate.autoconfigure.context.properties.ConfigurationPropertiesReportEndpointAutoConfiguration;
import org.springframework.boot.actuate.autoconfigure.env.EnvironmentEndpointAutoConfiguration;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks the endpoints of the actuator, told to show all values.
 */
class NangoSanitizingTests {

	private static final String SIGNING_KEY = "signing-22222222";

	private static final String OTHER_KEY = "other-33333333";

	private static final String PASSWORD = "p4ssword-44444444";

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class, NangoSanitizingAutoConfiguration.class,
				NangoWebhookAutoConfiguration.class, NangoWebhookEndpointAutoConfiguration.class,
				EnvironmentEndpointAutoConfiguration.class,
				ConfigurationPropertiesReportEndpointAutoConfiguration.class))
		.withPropertyValues("management.endpoints.jmx.exposure.include=*", "management.endpoint.env.show-values=always",
				"management.endpoint.configprops.show-values=always", "spring.jmx.enabled=true");

	@Test
	void theEnvironmentShowsOurKeysInNoSpelling() {
		assertHidden(Map.of("nango.secret-key", TestClients.KEY, "nango.webhook.signing-keys", SIGNING_KEY));
		assertHidden(Map.of("nango.secretKey", TestClients.KEY, "nango.webhook.signingKeys", SIGNING_KEY));
		assertHidden(Map.of("NANGO_SECRET_KEY", TestClients.KEY, "NANGO_WEBHOOK_SIGNING_KEYS", SIGNING_KEY));
		assertHidden(Map.of("NANGO_SECRETKEY", TestClients.KEY, "NANGO_WEBHOOK_SIGNINGKEYS", SIGNING_KEY));
		assertHidden(Map.of("nango.secret-key", TestClients.KEY, "nango.webhook.signing-keys[0]", SIGNING_KEY));
	}

	@Test
	void theEnvironmentShowsKeysOfFurtherEnvironmentsInNoSpelling() {
		this.runner
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango-eu.secret-key=" + OTHER_KEY,
					"NANGO_SECRET_KEY_DEV=" + OTHER_KEY, "my.nango.eu.signing-key=" + OTHER_KEY)
			.run((context) -> assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null)))
				.contains("NANGO_SECRET_KEY_DEV")
				.doesNotContain(OTHER_KEY));
	}

	@Test
	void theKeysOfNamedClientsAreShownNowhere() {
		for (String name : List.of("nango.clients.eu.secret-key", "nango.clients.eu.secretKey",
				"NANGO_CLIENTS_EU_SECRETKEY")) {
			this.runner
				.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.clients.eu.secret-key=" + OTHER_KEY,
						"nango.clients.eu.host=https://eu.example.com",
						"nango.clients.eu.http-proxy.password=" + PASSWORD, name + "=" + OTHER_KEY,
						"other=x " + OTHER_KEY + PASSWORD)
				.run((context) -> {
					assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null))).contains(name)
						.doesNotContain(OTHER_KEY)
						.doesNotContain(PASSWORD);
					assertThat(json(
							context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties()))
						.contains("https://eu.example.com")
						.doesNotContain(OTHER_KEY)
						.doesNotContain(PASSWORD);
				});
		}
	}

	@Test
	void thePasswordOfTheHttpProxyIsShownNowhere() {
		for (String name : List.of("nango.http-proxy.password", "nango.httpProxy.password", "nango.http_proxy.password",
				"NANGO_HTTPPROXY_PASSWORD", "NANGO_HTTP_PROXY_PASSWORD")) {
			this.runner
				.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.http-proxy.host=proxy.example.com",
						"nango.http-proxy.port=3128", "nango.http-proxy.username=anna",
						"nango.http-proxy.password=" + PASSWORD, name + "=" + PASSWORD, "other=x " + PASSWORD + " x")
				.run((context) -> {
					assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null))).contains(name)
						.contains("anna")
						.doesNotContain(PASSWORD);
					assertThat(json(
							context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties()))
						.contains("proxy.example.com")
						.doesNotContain(PASSWORD);
				});
		}
	}

	@Test
	void theEnvironmentDoesNotShowOurKeysUnderOtherNames() {
		this.runner
			.withPropertyValues("vault.value=" + TestClients.KEY, "nango.secret-key=${vault.value}",
					"nango.webhook.signing-keys=" + SIGNING_KEY,
					"sun.java.command=app.jar --nango.secret-key=" + TestClients.KEY + " --x=" + SIGNING_KEY,
					"harmless=shown")
			.run((context) -> assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null)))
				.contains("vault.value")
				.contains("shown")
				.doesNotContain(TestClients.KEY)
				.doesNotContain(SIGNING_KEY));
	}

	@Test
	void aSingleEntryOfTheEnvironmentDoesNotShowTheKey() {
		this.runner.withPropertyValues("nango.secret-key=" + TestClients.KEY)
			.run((context) -> assertThat(
					json(context.getBean(EnvironmentEndpoint.class).environmentEntry("nango.secret-key")))
				.contains("******")
				.doesNotContain(TestClients.KEY));
	}

	@Test
	void theConfigurationPropertiesShowOurOtherSettingsOnly() {
		this.runner
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.webhook.signing-keys=" + SIGNING_KEY,
					"nango.host=https://nango.example.com")
			.run((context) -> assertThat(
					json(context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties()))
				.contains("https://nango.example.com")
				.contains("secretKey")
				.contains("signingKeys")
				.doesNotContain(TestClients.KEY)
				.doesNotContain(SIGNING_KEY));
	}

	@Test
	void disabledTheKeyIsHiddenAllTheSame() {
		this.runner.withPropertyValues("nango.enabled=false", "nango.secret-key=" + TestClients.KEY)
			.run((context) -> assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null)))
				.contains("nango.secret-key")
				.doesNotContain(TestClients.KEY));
	}

	@Test
	void withoutOurFunctionTheEndpointsWouldShowTheKey() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, EnvironmentEndpointAutoConfiguration.class))
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "management.endpoint.env.show-values=always",
					"management.endpoints.jmx.exposure.include=*", "spring.jmx.enabled=true")
			.run((context) -> assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null)))
				.contains(TestClients.KEY));
	}

	private void assertHidden(Map<String, Object> values) {
		this.runner.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.addFirst(values.containsKey("NANGO_SECRET_KEY") || values.containsKey("NANGO_SECRETKEY")
					? new SystemEnvironmentPropertySource("ours-systemEnvironment", values)
					: new MapPropertySource("ours", values)))
			.run((context) -> {
				NangoProperties properties = context.getBean(NangoProperties.class);
				assertThat(properties.getSecretKey()).isEqualTo(TestClients.KEY);
				assertThat(context.getBean(NangoWebhookProperties.class).getSigningKeys()).containsExactly(SIGNING_KEY);
				assertThat(json(context.getBean(EnvironmentEndpoint.class).environment(null))).contains(values.keySet())
					.doesNotContain(TestClients.KEY)
					.doesNotContain(SIGNING_KEY);
			});
	}

	private static String json(Object descriptor) {
		return JsonMapper.shared().writeValueAsString(descriptor);
	}

}
