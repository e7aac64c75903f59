package org.nangospring.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangospring.client.NangoClient;
import org.nangospring.client.NangoClientBuilder;
import org.nangospring.client.TestClients;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a named client takes from the default one, and what it does not.
 */
class NamedClientInheritanceTests {

	private static final String KEY = "22222222-2222-4333-8444-555555555555";

	private static final String[] DEFAULTS = { "nango.secret-key=" + TestClients.KEY,
			"nango.host=https://nango.example.com/root", "nango.max-in-memory-size=3KB", "nango.timeout.connect=1s",
			"nango.timeout.response=2s", "nango.timeout.call=3s", "nango.pool.max-connections=4",
			"nango.pool.pending-acquire-max-count=5", "nango.pool.pending-acquire-timeout=6s",
			"nango.pool.max-idle-time=7s", "nango.pool.max-life-time=8s", "nango.retry.max-attempts=9",
			"nango.retry.initial-backoff=10s", "nango.retry.max-backoff=11s", "nango.retry.multiplier=1.5",
			"nango.retry.budget=12", "nango.http-proxy.host=proxy.example.com", "nango.http-proxy.port=3128",
			"nango.http-proxy.username=anna", "nango.http-proxy.password=of-the-proxy",
			"nango.http-proxy.non-proxy-hosts=*.internal" };

	private final AtomicReference<@Nullable NangoClientBuilder> built = new AtomicReference<>();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class, NangoClientsAutoConfiguration.class))
		.withPropertyValues("nango.clients.staging.secret-key=" + KEY)
		.withBean(NangoClientBuilderCustomizer.class,
				() -> NangoClientBuilderCustomizer.forClient("staging", this.built::set));

	@Test
	void whatIsSetNowhereIsAsTheBuilderHasIt() {
		this.runner.withPropertyValues("nango.secret-key=" + TestClients.KEY).run((context) -> assertBuilt(staging()));
	}

	@Test
	void whatIsNotSetUnderTheNameIsAsWithoutAName() {
		this.runner.withPropertyValues(DEFAULTS).run((context) -> assertBuilt(inherited()));
	}

	@Test
	void whatIsNotSetUnderTheNameIsInheritedWhereThereIsNoDefaultClientToo() {
		this.runner.withPropertyValues("nango.retry.max-attempts=9", "nango.timeout.call=3s")
			.run((context) -> assertBuilt(
					staging().retry((retry) -> retry.maxAttempts(9)).callTimeout(Duration.ofSeconds(3))));
	}

	@Test
	void whatIsSetUnderTheNameHoldsForThatClientAndTheRestOfItsGroupIsInherited() {
		NangoClientBuilder expected = inherited().host("https://staging.example.com")
			.responseTimeout(Duration.ofSeconds(20))
			.pool((pool) -> pool.maxIdleTime(Duration.ofSeconds(70)))
			.retry((retry) -> retry.maxAttempts(2));
		this.runner.withPropertyValues(DEFAULTS)
			.withPropertyValues("nango.clients.staging.host=https://staging.example.com/",
					"nango.clients.staging.timeout.response=20s", "nango.clients.staging.pool.max-idle-time=70s",
					"nango.clients.staging.retry.max-attempts=2")
			.run((context) -> {
				assertBuilt(expected);
				assertThat(context.getBean(NangoClientBuilder.class)).usingRecursiveComparison()
					.ignoringFields(NangoPropertiesTests.EXTENSIONS)
					.isEqualTo(all(NangoClient.builder().secretKey(TestClients.KEY)));
			});
	}

	@Test
	void aListUnderTheNameTakesThePlaceOfTheInheritedOne() {
		this.runner.withPropertyValues(DEFAULTS)
			.withPropertyValues("nango.clients.staging.http-proxy.non-proxy-hosts=localhost")
			.run((context) -> assertBuilt(inherited().httpProxy((proxy) -> proxy.nonProxyHosts(List.of("localhost")))));
	}

	@Test
	void anEmptyHostUnderTheNameIsNoHttpProxyForThatClient() {
		this.runner
			.withPropertyValues("nango.http-proxy.host=proxy.example.com", "nango.http-proxy.port=3128",
					"nango.clients.staging.http-proxy.host=")
			.run((context) -> assertBuilt(staging()));
	}

	@Test
	void aPasswordIsNotGivenToAnotherHttpProxyThanItsOwn() {
		this.runner.withPropertyValues(DEFAULTS)
			.withPropertyValues("nango.clients.staging.http-proxy.host=other.example.com",
					"nango.clients.staging.http-proxy.non-proxy-hosts=")
			.run((context) -> assertThat(this.built.get()).extracting("httpProxy")
				.usingRecursiveComparison()
				.isEqualTo(httpProxy("other.example.com", 3128)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "nango.clients.staging.retry.max-attempts|nango.clients.staging.retry.max-attempts=0",
					"nango.retry.max-attempts|nango.retry.max-attempts=0",
					"nango.clients.staging.host|nango.clients.staging.host=ftp://x", "nango.host|nango.host=ftp://x",
					"nango.clients.staging.secret-key|nango.clients.staging.secret-key=a b",
					"nango.clients.staging.ssl.bundle|nango.clients.staging.ssl.bundle=x",
					"nango.clients.staging.http-proxy.port|nango.clients.staging.http-proxy.host=p",
					"nango.http-proxy.port|nango.http-proxy.host=p,nango.http-proxy.port=0" })
	void whatCannotBeUsedIsNamedWhereItIsSet(String named, String set) {
		this.runner.withPropertyValues(set.split(","))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOfSatisfying(NangoConfigurationException.class,
						(ex) -> assertThat(ex.getProperty()).isEqualTo(named)));
	}

	@Test
	void connectionDetailsOfTheApplicationGiveTheHostThatIsNotSetUnderTheName() {
		ApplicationContextRunner withDetails = this.runner.withPropertyValues("nango.host=https://unused.invalid")
			.withBean(NangoConnectionDetails.class, NamedClientInheritanceTests::details);
		withDetails.run((context) -> assertBuilt(staging().host("https://details.example.com")));
		withDetails.withPropertyValues("nango.clients.staging.host=https://staging.example.com")
			.run((context) -> assertBuilt(staging().host("https://staging.example.com")));
	}

	private void assertBuilt(NangoClientBuilder expected) {
		assertThat(this.built.get()).usingRecursiveComparison()
			.ignoringFields(NangoPropertiesTests.EXTENSIONS)
			.isEqualTo(expected);
	}

	private static NangoClientBuilder staging() {
		return NangoClient.builder().name("staging").secretKey(KEY);
	}

	private static NangoClientBuilder inherited() {
		return all(staging());
	}

	private static NangoClientBuilder all(NangoClientBuilder builder) {
		return builder.host("https://nango.example.com/root")
			.maxInMemorySize(3 * 1024)
			.connectTimeout(Duration.ofSeconds(1))
			.responseTimeout(Duration.ofSeconds(2))
			.callTimeout(Duration.ofSeconds(3))
			.pool((pool) -> pool.maxConnections(4)
				.pendingAcquireMaxCount(5)
				.pendingAcquireTimeout(Duration.ofSeconds(6))
				.maxIdleTime(Duration.ofSeconds(7))
				.maxLifeTime(Duration.ofSeconds(8)))
			.retry((retry) -> retry.maxAttempts(9)
				.initialBackoff(Duration.ofSeconds(10))
				.maxBackoff(Duration.ofSeconds(11))
				.multiplier(1.5)
				.budget(12))
			.httpProxy((proxy) -> proxy.address("proxy.example.com", 3128)
				.credentials("anna", "of-the-proxy")
				.nonProxyHosts(List.of("*.internal")));
	}

	private static Object httpProxy(String host, int port) {
		AtomicReference<Object> options = new AtomicReference<>();
		NangoClient.builder().httpProxy((proxy) -> options.set(proxy.address(host, port)));
		return options.get();
	}

	private static NangoConnectionDetails details() {
		return new NangoConnectionDetails() {

			@Override
			public URI getHost() {
				return URI.create("https://details.example.com");
			}

			@Override
			public String getSecretKey() {
				return TestClients.KEY;
			}

		};
	}

}
