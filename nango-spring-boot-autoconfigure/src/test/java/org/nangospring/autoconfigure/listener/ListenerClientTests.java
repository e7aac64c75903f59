package org.nangospring.autoconfigure.listener;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoClientsAutoConfiguration;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.listener.ListenerFixture;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordListenerContainer;
import org.nangospring.listener.RecordListenerDefinition;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.TaskQueue;
import org.nangospring.webhook.NangoWebhook;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;

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
	void listenersOfAnotherEnvironmentHaveAContainerOfTheirOwnThatSharesTheStore() throws Exception {
		try (RecordsServer staging = new RecordsServer().connect("slack", "acme")) {
			staging.fill("slack/acme/User", 0, 2);
			this.runner.withConfiguration(AutoConfigurations.of(NangoClientsAutoConfiguration.class))
				.withBean(NangoListenerAutoConfigurationTests.Users.class)
				.withUserConfiguration(StagingListeners.class)
				.withPropertyValues("nango.clients.staging.secret-key=" + TestClients.KEY,
						"nango.clients.staging.host=" + staging.url())
				.run((context) -> {
					tasks(context).drain();
					assertThat(context.getBean(NangoListenerAutoConfigurationTests.Users.class).ids).hasSize(5);
					assertThat(context.getBean(StagingListeners.class).ids).hasSize(2);
					assertThat(context.getBean(NangoRecordListeners.class).ids()).containsExactly("slack-User");
					StreamStore store = context.getBean(StreamStore.class);
					assertThat(store.list("slack-User")).hasSize(1);
					assertThat(store.list("staging-users")).hasSize(1);

					staging.fill("slack/acme/User", 2, 3);
					context.publishEvent(NangoWebhook
						.read(ListenerFixture.syncWebhook("acme", "User", "base").getBytes(), new HttpHeaders()));
					tasks(context).drain();
					assertThat(context.getBean(StagingListeners.class).ids).hasSize(3);
				});
		}
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

	@Configuration(proxyBeanMethods = false)
	static class StagingListeners {

		private final List<String> ids = new CopyOnWriteArrayList<>();

		@Bean(defaultCandidate = false)
		RecordListenerContainer stagingListeners(@Qualifier("staging") NangoClient staging, StreamStore store,
				ManualTiming timing, TaskQueue tasks) {
			RecordListenerContainer container = RecordListenerContainer.builder(staging)
				.store(store)
				.timing(timing)
				.executor(tasks)
				.build();
			container.register(RecordListenerDefinition.of("slack", "User", Object.class)
				.id("staging-users")
				.batches((batch) -> batch.forEach((user) -> this.ids.add(user.id()))));
			return container;
		}

	}

}
