package org.nangospring.autoconfigure.container;

import java.net.URI;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoClientsAutoConfiguration;
import org.nangospring.autoconfigure.NangoConnectionDetails;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.testcontainers.containers.GenericContainer;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.testcontainers.context.ImportTestcontainers;
import org.springframework.boot.testcontainers.service.connection.PemTrustStore;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.boot.testcontainers.service.connection.ServiceConnectionAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Service connections to containers of Testcontainers, with a server in place of the
 * container.
 */
class NangoContainerConnectionTests {

	private static final String IMAGE = "registry.example.com/nangohq/nango-server:hosted-0.71.4";

	private static final String KEY = "22222222-2222-4333-8444-555555555555";

	private static WireMockServer server;

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
			AutoConfigurations.of(ServiceConnectionAutoConfiguration.class, NangoAutoConfiguration.class));

	@BeforeEach
	void start() {
		server = TestClients.server();
		server.stubFor(get(anyUrl()).willReturn(okJson("{\"data\":[]}")));
	}

	@AfterEach
	void stop() {
		server.stop();
	}

	@Test
	void aBeanWithTheNameOfTheConnectionGivesHostAndKeyBeforeAnyProperty() {
		this.runner.withUserConfiguration(Named.class)
			.withPropertyValues("nango.host=https://unused.invalid", "nango.secret-key=" + TestClients.KEY)
			.run((context) -> {
				assertThat(context).hasSingleBean(NangoConnectionDetails.class);
				assertCalls(context.getBean(NangoClient.class), KEY);
			});
	}

	@Test
	void aContainerWithTheImageOfTheServerNeedsNoName() {
		this.runner.withUserConfiguration(Imported.class)
			.run((context) -> assertCalls(context.getBean(NangoClient.class), KEY));
	}

	@Test
	void theKeyComesFromThePropertiesWhereTheContainerDoesNotTellIt() {
		this.runner.withUserConfiguration(WithoutKey.class)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY)
			.run((context) -> assertCalls(context.getBean(NangoClient.class), TestClients.KEY));
	}

	@Test
	void aLabelOfTheContainerChoosesTheEnvironment() {
		this.runner.withUserConfiguration(Labelled.class)
			.run((context) -> assertCalls(context.getBean(NangoClient.class), KEY));
	}

	@Test
	void namedClientsReachTheContainerWithKeysOfTheirOwn() {
		this.runner.withConfiguration(AutoConfigurations.of(NangoClientsAutoConfiguration.class))
			.withUserConfiguration(Named.class)
			.withPropertyValues("nango.clients.staging.secret-key=" + TestClients.KEY)
			.run((context) -> {
				assertCalls(context.getBean(NangoClient.class), KEY);
				assertCalls(context.getBean("stagingNangoClient", NangoClient.class), TestClients.KEY);
			});
	}

	@Test
	void aTrustStoreOfTheConnectionMakesItEncrypted() {
		// without a client the store is not read
		new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(ServiceConnectionAutoConfiguration.class))
			.withUserConfiguration(Encrypted.class)
			.run((context) -> {
				NangoConnectionDetails details = context.getBean(NangoConnectionDetails.class);
				assertThat(details.getHost()).hasScheme("https").hasPort(server.port());
				assertThat(details.getSslBundle()).isNotNull();
			});
	}

	@Test
	void connectionDetailsOfTheApplicationComeBeforeTheContainer() {
		NangoConnectionDetails mine = new NangoConnectionDetails() {

			@Override
			public URI getHost() {
				return URI.create(server.baseUrl());
			}

			@Override
			public String getSecretKey() {
				return TestClients.KEY;
			}

		};
		this.runner.withUserConfiguration(Named.class)
			.withBean(NangoConnectionDetails.class, () -> mine)
			.run((context) -> {
				assertThat(context).hasSingleBean(NangoConnectionDetails.class);
				assertCalls(context.getBean(NangoClient.class), TestClients.KEY);
			});
	}

	@Test
	void withoutDockerComposeOnTheClassPathContainersAreFoundAllTheSame() {
		this.runner.withUserConfiguration(Named.class)
			.withClassLoader(new FilteredClassLoader("org.springframework.boot.docker"))
			.run((context) -> assertCalls(context.getBean(NangoClient.class), KEY));
	}

	private static void assertCalls(NangoClient nango, String key) {
		server.resetRequests();
		assertThat(nango.integrations().list()).isEmpty();
		server.verify(1, getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer " + key)));
	}

	private static FakeContainer container() {
		return new FakeContainer(IMAGE, 3003, server.port());
	}

	@Configuration(proxyBeanMethods = false)
	static class Named {

		@Bean
		@ServiceConnection("nango")
		FakeContainer container() {
			return new FakeContainer("example/own-nango", 8080, server.port()).withEnv("SERVER_PORT", "8080")
				.withEnv("NANGO_SECRET_KEY_DEV", KEY);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ImportTestcontainers(Containers.class)
	static class Imported {

	}

	static final class Containers {

		@ServiceConnection
		static final GenericContainer<?> NANGO = new LateContainer();

		private Containers() {
		}

	}

	/**
	 * Made once for all tests, and so before the server of any.
	 */
	static final class LateContainer extends GenericContainer<LateContainer> {

		LateContainer() {
			super(IMAGE);
			withEnv("NANGO_SECRET_KEY_DEV", KEY);
		}

		@Override
		public String getDockerImageName() {
			return IMAGE;
		}

		@Override
		public void start() {
			// there is nothing to start
		}

		@Override
		public String getHost() {
			return "127.0.0.1";
		}

		@Override
		public Integer getMappedPort(int port) {
			assertThat(port).isEqualTo(3003);
			return server.port();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class WithoutKey {

		@Bean
		@ServiceConnection("nango")
		FakeContainer container() {
			return NangoContainerConnectionTests.container();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Labelled {

		@Bean
		@ServiceConnection("nangohq/nango-server")
		FakeContainer container() {
			return NangoContainerConnectionTests.container()
				.withEnv("NANGO_SECRET_KEY_DEV", TestClients.KEY)
				.withEnv("NANGO_SECRET_KEY_PROD", KEY)
				.withLabel("org.nangospring.environment", "prod");
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Encrypted {

		@Bean
		@ServiceConnection("nango")
		@PemTrustStore(certificate = "classpath:authority.pem")
		FakeContainer container() {
			return NangoContainerConnectionTests.container().withEnv("NANGO_SECRET_KEY_DEV", KEY);
		}

	}

}
