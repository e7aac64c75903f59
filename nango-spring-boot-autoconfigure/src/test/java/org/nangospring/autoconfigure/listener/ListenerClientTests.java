package org.nangospring.autoconfigure.listener;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoClientsAutoConfiguration;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.TaskQueue;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which of several clients listeners work with.
 */
class ListenerClientTests {

	private RecordsServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void connect() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.server.fill("slack/acme/User", 0, 5);
		this.runner = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, NangoListenerAutoConfiguration.class))
			.withUserConfiguration(ListenerThreads.class)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url());
	}

	@AfterEach
	void close() throws Exception {
		this.server.close();
	}

	@Test
	void withSeveralClientsTheApplicationSaysThatOneHasToBeThePrimaryOne() {
		this.runner.withBean(NangoListenerAutoConfigurationTests.Users.class)
			.withBean("one", NangoClient.class,
					() -> TestClients.builder(this.server.url(), new ManualTiming()).build())
			.withBean("two", NangoClient.class,
					() -> TestClients.builder(this.server.url(), new ManualTiming()).build())
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOfSatisfying(NangoConfigurationException.class, (ex) -> {
					assertThat(ex.getProperty()).isEqualTo("nango.listeners.client");
					assertThat(ex.getProblem()).contains("[one, two] @Primary");
				}));
	}

	@Test
	void theRecordsOfTheClientThatIsNamedAreDelivered() throws Exception {
		try (RecordsServer staging = new RecordsServer().connect("slack", "acme")) {
			staging.fill("slack/acme/User", 0, 2);
			this.runner.withConfiguration(AutoConfigurations.of(NangoClientsAutoConfiguration.class))
				.withBean(NangoListenerAutoConfigurationTests.Users.class)
				.withPropertyValues("nango.clients.staging.secret-key=" + TestClients.KEY,
						"nango.clients.staging.host=" + staging.url(), "nango.listeners.client=staging")
				.run((context) -> {
					tasks(context).drain();
					assertThat(context.getBean(NangoListenerAutoConfigurationTests.Users.class).ids).hasSize(2);
					assertThat(this.server.listings()).isEmpty();
				});
		}
	}

	@Test
	void withoutANameTheRecordsOfTheDefaultClientAreDelivered() {
		this.runner.withConfiguration(AutoConfigurations.of(NangoClientsAutoConfiguration.class))
			.withBean(NangoListenerAutoConfigurationTests.Users.class)
			.withPropertyValues("nango.clients.staging.secret-key=" + TestClients.KEY,
					"nango.clients.staging.host=https://unused.invalid")
			.run((context) -> {
				tasks(context).drain();
				assertThat(context.getBean(NangoListenerAutoConfigurationTests.Users.class).ids).hasSize(5);
			});
	}

	@Test
	void aClientThatIsNotThereStopsTheApplicationAndItsPropertyIsNamed() {
		this.runner.withBean(NangoListenerAutoConfigurationTests.Users.class)
			.withPropertyValues("nango.listeners.client=staging")
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOfSatisfying(NangoConfigurationException.class, (ex) -> {
					assertThat(ex.getProperty()).isEqualTo("nango.listeners.client");
					assertThat(ex.getProblem()).isEqualTo("There is no such client, only [nangoClient]");
				}));
	}

	private static TaskQueue tasks(ApplicationContext context) {
		return context.getBean(TaskQueue.class);
	}

}
