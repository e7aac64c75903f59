package org.nangospring.autoconfigure.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.BDDMockito;
import org.mockito.Mockito;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.autoconfigure.NangoConnectionDetails;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.webhook.InMemoryWebhookDeliveries;
import org.nangospring.webhook.NangoWebhookVerifier;
import org.nangospring.webhook.WebhookDeliveries;
import org.nangospring.webhook.WebhookSamples;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class NangoWebhookAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(NangoAutoConfiguration.class,
			NangoWebhookAutoConfiguration.class, NangoWebhookEndpointAutoConfiguration.class);

	private static final String ENDPOINT = "nangoWebhookRouterFunction";

	private static final String PATH = "nango.webhook.path=/hooks";

	private static final String KEY = "nango.webhook.signing-keys=" + WebhookSamples.KEY;

	private final ApplicationContextRunner plain = new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
		.withPropertyValues("nango.secret-key=" + TestClients.KEY);

	private final WebApplicationContextRunner servlet = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues("nango.secret-key=" + TestClients.KEY);

	private final ReactiveWebApplicationContextRunner reactive = new ReactiveWebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues("nango.secret-key=" + TestClients.KEY);

	@Test
	void withAPathThereIsAnEndpointInWebApplicationsOnly() {
		this.servlet.withPropertyValues(PATH, KEY).run((context) -> assertThat(context).hasBean(ENDPOINT));
		this.reactive.withPropertyValues(PATH, KEY).run((context) -> assertThat(context).hasBean(ENDPOINT));
		this.plain.withPropertyValues(PATH, KEY)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ENDPOINT)
				.doesNotHaveBean(WebhookExecutor.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing=set", "nango.webhook.path=", "nango.webhook.path=  " })
	void withoutAPathThereIsNoEndpoint(String property) {
		this.servlet.withPropertyValues(property, KEY)
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ENDPOINT)
				.doesNotHaveBean(WebhookExecutor.class)
				.doesNotHaveBean(WebhookDeliveries.class));
	}

	@Test
	void disabledThereIsNothing() {
		this.servlet.withPropertyValues(PATH, KEY, "nango.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(ENDPOINT)
				.doesNotHaveBean(NangoWebhookVerifier.class));
	}

	@Test
	void aVerifierIsThereForWhoeverAsksWithoutAnEndpoint() {
		byte[] body = WebhookSamples.bytes(WebhookSamples.SYNC);
		this.plain.withPropertyValues(KEY + "," + WebhookSamples.OTHER_KEY).run((context) -> {
			NangoWebhookVerifier verifier = context.getBean(NangoWebhookVerifier.class);
			assertThat(verifier.verify(body, WebhookSamples.sign(WebhookSamples.KEY, body))).isTrue();
			assertThat(verifier.verify(body, WebhookSamples.sign(WebhookSamples.OTHER_KEY, body))).isTrue();
			assertThat(verifier.verify(body, WebhookSamples.sign(TestClients.KEY, body))).isFalse();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "nothing=set", "nango.webhook.signing-keys=" })
	void withoutASigningKeyTheSecretKeyIsUsedAndThatIsSaid(String property, CapturedOutput output) {
		byte[] body = WebhookSamples.bytes(WebhookSamples.SYNC);
		this.plain.withPropertyValues(property).run((context) -> {
			assertThat(output).doesNotContain("nango.webhook.signing-keys is not set");
			NangoWebhookVerifier verifier = context.getBean(NangoWebhookVerifier.class);
			assertThat(verifier.verify(body, WebhookSamples.sign(TestClients.KEY, body))).isTrue();
		});
		assertThat(output).contains("WARN")
			.contains("nango.webhook.signing-keys is not set: webhooks are checked with the secret key")
			.doesNotContain(TestClients.KEY);
	}

	@Test
	void withoutASigningKeyTheSecretKeysOfAllClientsAreUsed() {
		byte[] body = WebhookSamples.bytes(WebhookSamples.SYNC);
		String staging = "nango.clients.staging.secret-key=" + WebhookSamples.OTHER_KEY;
		this.plain.withPropertyValues(staging).run((context) -> {
			NangoWebhookVerifier verifier = context.getBean(NangoWebhookVerifier.class);
			assertThat(verifier.verify(body, WebhookSamples.sign(TestClients.KEY, body))).isTrue();
			assertThat(verifier.verify(body, WebhookSamples.sign(WebhookSamples.OTHER_KEY, body))).isTrue();
		});
		this.plain.withPropertyValues(staging, "nango.clients.staging.enabled=false").run((context) -> {
			NangoWebhookVerifier verifier = context.getBean(NangoWebhookVerifier.class);
			assertThat(verifier.verify(body, WebhookSamples.sign(TestClients.KEY, body))).isTrue();
			assertThat(verifier.verify(body, WebhookSamples.sign(WebhookSamples.OTHER_KEY, body))).isFalse();
		});
		this.plain.withPropertyValues(staging, KEY).run((context) -> {
			NangoWebhookVerifier verifier = context.getBean(NangoWebhookVerifier.class);
			assertThat(verifier.verify(body, WebhookSamples.sign(WebhookSamples.KEY, body))).isTrue();
			assertThat(verifier.verify(body, WebhookSamples.sign(WebhookSamples.OTHER_KEY, body))).isFalse();
		});
	}

	@Test
	void connectionDetailsThatKnowNoKeyLeaveItToTheProperties() {
		byte[] body = WebhookSamples.bytes(WebhookSamples.SYNC);
		NangoConnectionDetails details = Mockito.mock(NangoConnectionDetails.class);
		BDDMockito.given(details.getHost()).willReturn(URI.create("https://nango.example.com"));
		this.plain.withBean(NangoConnectionDetails.class, () -> details)
			.run((context) -> assertThat(context.getBean(NangoWebhookVerifier.class)
				.verify(body, WebhookSamples.sign(TestClients.KEY, body))).isTrue());
	}

	@Test
	void withoutAnyKeyTheApplicationDoesNotStartWithAnEndpoint() {
		new WebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withBean(NangoClient.class, () -> NangoClient.builder().secretKey(TestClients.KEY).build())
			.withPropertyValues(PATH)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(NangoConfigurationException.class,
						(ex) -> assertThat(ex.getProperty()).isEqualTo("nango.webhook.signing-keys")));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "nango.webhook.path|hooks", "nango.webhook.path|/", "nango.webhook.path|/a/**",
					"nango.webhook.path|/{name}", "nango.webhook.path|/a?b=c", "nango.webhook.max-body-size|0B",
					"nango.webhook.max-body-size|2GB", "nango.webhook.timeout|0s", "nango.webhook.timeout|20s",
					"nango.webhook.timeout|9223372036854775807s", "nango.webhook.concurrency|0",
					"nango.webhook.queue-capacity|-1", "nango.webhook.deduplication.size|0",
					"nango.webhook.deduplication.time-to-live|0s", "nango.webhook.signing-keys|1111 2222" })
	void aValueOutOfItsRangeStopsTheApplicationAndIsNamed(String property, String value) {
		this.servlet.withPropertyValues(PATH, KEY, property + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(NangoConfigurationException.class, (ex) -> {
					assertThat(ex.getProperty()).isEqualTo(property);
					assertThat(ex.getProblem()).isNotBlank().doesNotContain("1111");
				}));
	}

	@Test
	void whatToWriteIsSaidWhenTheApplicationStops(CapturedOutput output) {
		assertThatException()
			.isThrownBy(() -> WebhookApplication.start(ServerKind.SERVLET, "nango.webhook.signing-keys=1111 2222"));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: nango.webhook.signing-keys")
			.contains("A signing key has a character at index 4")
			.contains("        signing-keys: <your signing key>")
			.contains("    nango.webhook.signing-keys=<your signing key>")
			.contains("remove nango.webhook.path")
			.doesNotContain("1111 2222");
	}

	@Test
	void everyBeanOfTheUsersTakesThePlaceOfOurs() {
		NangoWebhookVerifier verifier = NangoWebhookVerifier.of(WebhookSamples.OTHER_KEY);
		WebhookDeliveries deliveries = new InMemoryWebhookDeliveries(1, Duration.ofSeconds(1), Clock.systemUTC());
		this.servlet.withPropertyValues(PATH)
			.withBean(NangoWebhookVerifier.class, () -> verifier)
			.withBean(WebhookDeliveries.class, () -> deliveries)
			.withBean(ENDPOINT, String.class, () -> "mine")
			.run((context) -> {
				assertThat(context.getBean(NangoWebhookVerifier.class)).isSameAs(verifier);
				assertThat(context.getBean(WebhookDeliveries.class)).isSameAs(deliveries);
				assertThat(context.getBean(ENDPOINT)).isEqualTo("mine");
			});
	}

	@Test
	void withoutDeduplicationNothingIsRemembered() {
		this.servlet.withPropertyValues(PATH, KEY, "nango.webhook.deduplication.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean(ENDPOINT)
				.doesNotHaveBean(WebhookDeliveries.class));
	}

	@Test
	void withoutMicrometerNothingIsCounted() {
		this.servlet.withPropertyValues(PATH, KEY)
			.withClassLoader(new FilteredClassLoader("io.micrometer.core"))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean(ENDPOINT)
				.doesNotHaveBean(WebhookMeters.class));
	}

	@Test
	void withoutTheServletApiAReactiveApplicationHasItsEndpoint() {
		this.reactive.withPropertyValues(PATH, KEY)
			.withClassLoader(new FilteredClassLoader("jakarta.servlet", "org.springframework.web.servlet"))
			.run((context) -> assertThat(context).hasNotFailed().hasBean(ENDPOINT));
	}

}
