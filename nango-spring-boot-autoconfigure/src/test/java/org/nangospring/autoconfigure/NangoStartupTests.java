package org.nangospring.autoconfigure;

import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.TestClients;
import org.nangospring.listener.RecordListenerDefinition;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * Starts whole applications and reads what they print.
 */
@ExtendWith(OutputCaptureExtension.class)
class NangoStartupTests {

	private static final String KEY = "nango.secret-key=" + TestClients.KEY;

	/**
	 * Levels outlive the applications that set them.
	 */
	@AfterEach
	void forgetLogLevels() {
		LoggingSystem.get(getClass().getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.INFO);
	}

	@Test
	void aMissingKeyStopsTheApplicationAndSaysWhatToWrite(CapturedOutput output) {
		fails(NeedsNango.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: nango.secret-key")
			.contains("Reason: The secret key is missing")
			.contains("      secret-key: <your secret key>")
			.contains("    nango.secret-key=<your secret key>")
			.contains("NANGO_SECRET_KEY")
			.contains("Environment Settings")
			.contains("nango.enabled=false");
	}

	@Test
	void aMissingKeyOfANamedClientStopsTheApplicationAndSaysWhatToWrite(CapturedOutput output) {
		fails(Application.class, KEY, "nango.clients.staging.host=https://nango.example.com");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: nango.clients.staging.secret-key" + System.lineSeparator())
			.contains("Reason: The secret key is missing")
			.contains("        staging:" + System.lineSeparator() + "          secret-key: <your secret key>")
			.contains("    nango.clients.staging.secret-key=<your secret key>")
			.contains("NANGO_CLIENTS_STAGING_SECRETKEY")
			.contains("nango.clients.staging.enabled=false");
	}

	@Test
	void aValueOfANamedClientThatCannotBeUsedIsNamedWithItsOrigin(CapturedOutput output) {
		fails(Application.class, KEY, "nango.clients.staging.secret-key=" + TestClients.KEY,
				"nango.clients.staging.retry.budget=-1");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: nango.clients.staging.retry.budget" + System.lineSeparator())
			.contains("Origin: ")
			.doesNotContain(TestClients.KEY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "eu-west", "default" })
	void aClientThatNeedsAnotherNameIsNotTakenForAValueWithADefault(String name, CapturedOutput output) {
		fails(Application.class, KEY, "nango.clients." + name + ".secret-key=" + TestClients.KEY);
		assertThat(output).contains("'" + name + "' needs another name")
			.contains("Give the client another name. ")
			.doesNotContain("use its default");
	}

	@Test
	void whatIsOnlyThereOnceIsToBeRemovedFromANamedClient(CapturedOutput output) {
		fails(Application.class, KEY, "nango.clients.staging.secret-key=" + TestClients.KEY,
				"nango.clients.staging.webhook.path=/webhooks");
		assertThat(output).contains("Property: nango.clients.staging.webhook" + System.lineSeparator())
			.contains("Reason: This is there once for all clients, as nango.webhook")
			.contains("Correct what is set below nango.clients.staging.webhook, or remove it. ");
	}

	@Test
	void whatIsMissingIsToBeSetAndNotToBeCorrected(CapturedOutput output) {
		fails(Application.class, KEY, "nango.http-proxy.host=proxy.example.com");
		assertThat(output).contains("Reason: The port of the HTTP proxy is missing")
			.contains("Set nango.http-proxy.port. ")
			.doesNotContain("use its default");
	}

	@Test
	void aValueOfAListenerIsNamedWithItsOriginWhateverTheListenerIsCalled(CapturedOutput output) {
		fails(Listening.class, KEY, "nango.listeners.listener.github-Issue.batch-size=0");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: nango.listeners.listener.github-Issue.batch-size" + System.lineSeparator())
			.contains("Origin: ")
			.contains("Correct the value of nango.listeners.listener.github-Issue.batch-size, or remove it");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, value = { "'  '|must not be empty",
			"11111111 2222|index 8", "\"11111111\"|index 0", "${NANGO_KEY_THAT_IS_NOT_SET}|a placeholder" })
	void aKeyThatCannotBeOneStopsTheApplicationAndIsNotPrinted(String key, String reason, CapturedOutput output) {
		fails(Application.class, "nango.secret-key=" + key);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: nango.secret-key")
			.contains("Origin: ")
			.contains(reason)
			.contains("    nango.secret-key=<your secret key>")
			.doesNotContain("11111111");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "api.nango.dev", "ftp://api.nango.dev", "https://", "https://a b", "https://my_host",
			"https://user:11111111@api.nango.dev", "https://api.nango.dev?key=11111111", "11111111-2222", "sk:11111111",
			"https://[11111111" })
	void aHostThatCannotBeOneStopsTheApplicationAndIsNotPrinted(String host, CapturedOutput output) {
		fails(Application.class, KEY, "nango.host=" + host);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: nango.host")
			.contains("Reason: The host ")
			.contains("      host: https://api.nango.dev")
			.contains("    nango.host=https://api.nango.dev")
			.contains("nango.enabled=false")
			.doesNotContain("11111111");
	}

	@ParameterizedTest
	@CsvSource({ "nango.retry.max-attempts,0", "nango.retry.multiplier,0.5", "nango.retry.budget,-1",
			"nango.retry.initial-backoff,0s", "nango.retry.max-backoff,-1s", "nango.timeout.call,0s",
			"nango.timeout.connect,25d", "nango.timeout.response,0s", "nango.pool.max-connections,0",
			"nango.pool.pending-acquire-max-count,0", "nango.pool.pending-acquire-timeout,0s",
			"nango.pool.max-idle-time,0s", "nango.pool.max-life-time,0s", "nango.max-in-memory-size,2GB",
			"nango.max-in-memory-size,-1", "nango.health.cache-time-to-live,-1s" })
	void aValueOutOfItsRangeStopsTheApplicationAndIsNamed(String property, String value, CapturedOutput output) {
		fails(Application.class, KEY, property + "=" + value);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: " + property + System.lineSeparator())
			.contains("Correct the value of " + property + ", or remove it");
	}

	@ParameterizedTest
	@CsvSource({ "nango.timeout.call,abc", "nango.retry.max-attempts,many", "nango.max-in-memory-size,big" })
	void aValueOfAnotherTypeStopsTheApplicationAndIsNamed(String property, String value, CapturedOutput output) {
		fails(Application.class, KEY, property + "=" + value);
		assertThat(output).contains("APPLICATION FAILED TO START").contains("Property: " + property);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "nango.http-proxy.host|nango.http-proxy.port=3128",
			"nango.http-proxy.port|nango.http-proxy.host=p",
			"nango.http-proxy.port|nango.http-proxy.host=p,nango.http-proxy.port=70000",
			"nango.http-proxy.host|nango.http-proxy.host=http://a:11111111@p,nango.http-proxy.port=80",
			"nango.http-proxy.password|nango.http-proxy.host=p,nango.http-proxy.port=80,nango.http-proxy.username=a",
			"nango.http-proxy.username|nango.http-proxy.host=p,nango.http-proxy.port=80,nango.http-proxy.password=11111111",
			"nango.http-proxy.username|nango.http-proxy.host=p,nango.http-proxy.port=80,nango.http-proxy.username=a:b,nango.http-proxy.password=11111111" })
	void anHttpProxyThatIsOnlyHalfSetStopsTheApplicationAndIsNamed(String named, String set, CapturedOutput output) {
		fails(Application.class, (KEY + "," + set).split(","));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: " + named + System.lineSeparator())
			.contains("the HTTP proxy")
			.doesNotContain("11111111@")
			.doesNotContain("=11111111");
	}

	@Test
	void aBundleThatDoesNotExistStopsTheApplicationAndIsNamed(CapturedOutput output) {
		fails(Application.class, KEY, "nango.ssl.bundle=nonesuch",
				"spring.ssl.bundle.jks.internal.truststore.location=classpath:internal.p12");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: nango.ssl.bundle" + System.lineSeparator())
			.contains("There is no SSL bundle 'nonesuch' under spring.ssl.bundle, only [internal]");
	}

	@Test
	void aBundleThatCannotBeReadStopsTheApplicationAndIsNamed(CapturedOutput output) {
		fails(Application.class, KEY, "nango.ssl.bundle=broken",
				"spring.ssl.bundle.jks.broken.truststore.location=classpath:nonesuch.p12");
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Property: nango.ssl.bundle" + System.lineSeparator())
			.contains("The SSL bundle cannot be used: ")
			.contains("nonesuch.p12");
	}

	@Test
	void connectionDetailsThatCannotBeUsedStopTheApplicationAndAreNamed(CapturedOutput output) {
		fails(BadDetails.class);
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("The NangoConnectionDetails cannot be used: The secret key has a character at index 8")
			.contains("Correct the beans that are named, or the container that they are made from. ")
			.doesNotContain("Property:")
			.doesNotContain("11111111");
	}

	@Test
	void disabledTheApplicationStartsWithoutAKey(CapturedOutput output) {
		try (ConfigurableApplicationContext context = run(Application.class, "nango.enabled=false")) {
			assertThat(context.getBeanNamesForType(NangoClient.class)).isEmpty();
		}
		assertThat(output).doesNotContain("APPLICATION FAILED TO START");
	}

	@Test
	void theKeyIsNeverPrintedAtStart(CapturedOutput output) {
		run(Application.class, KEY, "logging.level.root=trace").close();
		assertThat(output).contains("TRACE").doesNotContain(TestClients.KEY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://nango.internal:3003", "http://10.0.0.7:3003", "http://[2001:db8::1]",
			"HTTP://nango.internal", "http://localhost.example.com", "http://127.0.0.1.example.com" })
	void plainHttpToAnotherMachineIsWarnedAboutOnce(String host, CapturedOutput output) {
		run(NeedsNango.class, KEY, "nango.host=" + host).close();
		assertThat(output.toString().split("travel unencrypted", -1)).as("parts around the warning").hasSize(2);
		assertThat(output).containsPattern("WARN.*travel unencrypted").doesNotContain(TestClients.KEY);
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "https://nango.internal", "http://localhost:3003", "http://LOCALHOST", "http://127.0.0.1:3003",
					"http://127.8.9.10", "http://[::1]:3003", "http://[0:0:0:0:0:0:0:1]", "http://nango.localhost" })
	void httpsAndLoopbackAreNotWarnedAbout(String host, CapturedOutput output) {
		run(NeedsNango.class, KEY, "nango.host=" + host).close();
		assertThat(output).doesNotContain("unencrypted");
	}

	private static void fails(Class<?> application, String... properties) {
		assertThatException().isThrownBy(() -> run(application, properties));
	}

	private static ConfigurableApplicationContext run(Class<?> application, String... properties) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.properties("spring.main.banner-mode=off", "spring.jmx.enabled=false")
			.properties(properties)
			.run();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * The failure lies deep below the bean the application asks for.
	 */
	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class NeedsNango {

		@Bean
		Needing needing(NangoClient nango) {
			return new Needing(nango);
		}

		@Bean
		NeedingMore needingMore(Needing needing, NangoClientBuilder another) {
			return new NeedingMore(needing);
		}

	}

	record Needing(NangoClient nango) {
	}

	record NeedingMore(Needing needing) {
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Listening {

		@Bean
		RecordListenerDefinition<Object> issues() {
			return RecordListenerDefinition.of("github", "Issue", Object.class).batches((batch) -> {
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class BadDetails {

		@Bean
		NangoConnectionDetails details() {
			return new NangoConnectionDetails() {

				@Override
				public URI getHost() {
					return URI.create("https://api.nango.dev");
				}

				@Override
				public String getSecretKey() {
					return "11111111 2222";
				}

			};
		}

	}

}
