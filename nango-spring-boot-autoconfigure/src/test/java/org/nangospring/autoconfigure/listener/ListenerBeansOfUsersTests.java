package org.nangospring.autoconfigure.listener;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.TestClients;
import org.nangospring.listener.ConnectionSelector;
import org.nangospring.listener.DeadLetter;
import org.nangospring.listener.DeadLetters;
import org.nangospring.listener.FailedDelivery;
import org.nangospring.listener.InMemoryStreamStore;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.ListenerObserver;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordErrorHandler;
import org.nangospring.listener.RecordListenerContainer;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.TaskQueue;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Beans of the users are used, and take the place of ours.
 */
class ListenerBeansOfUsersTests {

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
	void everyBeanOfTheUsersTakesThePlaceOfOurs() {
		StreamStore store = new InMemoryStreamStore();
		DeadLetters letters = (letter) -> {
		};
		this.runner.withBean(NangoListenerAutoConfigurationTests.Users.class)
			.withBean(StreamStore.class, () -> store)
			.withBean(DeadLetters.class, () -> letters)
			.run((context) -> {
				assertThat(context.getBean(StreamStore.class)).isSameAs(store);
				assertThat(context.getBean(DeadLetters.class)).isSameAs(letters);
				tasks(context).drain();
				assertThat(store.list("slack-User")).hasSize(1);
			});
	}

	@Test
	void aContainerOfTheUsersGetsTheListeners() {
		this.runner.withBean(NangoListenerAutoConfigurationTests.Users.class)
			.withBean(RecordListenerContainer.class,
					() -> RecordListenerContainer
						.builder(TestClients.builder(this.server.url(), new ManualTiming()).build())
						.executor(new TaskQueue())
						.build())
			.run((context) -> {
				assertThat(context).hasSingleBean(NangoRecordListeners.class);
				assertThat(context.getBean(NangoRecordListeners.class).ids()).containsExactly("slack-User");
			});
	}

	@Test
	void theErrorHandlerTheDeadLettersAndAllObserversOfTheApplicationAreUsed() {
		Letters letters = new Letters();
		Watcher first = new Watcher(true);
		Watcher second = new Watcher(false);
		this.runner.withBean(NangoListenerAutoConfigurationTests.Failing.class)
			.withBean(RecordErrorHandler.class, RecordErrorHandler::parking)
			.withBean(DeadLetters.class, () -> letters)
			.withBean("first", ListenerObserver.class, () -> first)
			.withBean("second", ListenerObserver.class, () -> second)
			.withPropertyValues("nango.listeners.retry.max-attempts=2")
			.run((context) -> {
				tasks(context).drain();
				assertThat(letters.attempts).containsExactly(2, 2, 2, 2, 2);
				assertThat(first.decisions).containsExactly(RecordErrorHandler.Decision.PARK);
				assertThat(second.decisions).containsExactly(RecordErrorHandler.Decision.PARK);
			});
	}

	@Test
	void aSelectorIsABeanNamedByTheListener() {
		this.server.connect("slack", "other").put("slack/other/User", "x", "");
		this.runner.withUserConfiguration(Choosing.class).run((context) -> {
			tasks(context).drain();
			assertThat(context.getBean(ChosenUsers.class).ids).containsExactly("x");
		});
	}

	private static TaskQueue tasks(ApplicationContext context) {
		return context.getBean(TaskQueue.class);
	}

	static class ChosenUsers {

		final List<String> ids = new CopyOnWriteArrayList<>();

		@NangoRecordListener(integration = "slack", model = "User", selector = "others")
		void changed(RecordBatch<User> batch) {
			batch.forEach((record) -> this.ids.add(record.id()));
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Choosing {

		@Bean
		ChosenUsers users() {
			return new ChosenUsers();
		}

		@Bean
		ConnectionSelector others() {
			return (connection) -> Set.of("other").contains(connection.connectionId());
		}

	}

	static class Letters implements DeadLetters {

		final List<Integer> attempts = new CopyOnWriteArrayList<>();

		@Override
		public void park(DeadLetter letter) {
			this.attempts.add(letter.attempts());
		}

	}

	static class Watcher implements ListenerObserver {

		final List<RecordErrorHandler.Decision> decisions = new CopyOnWriteArrayList<>();

		private final boolean broken;

		Watcher(boolean broken) {
			this.broken = broken;
		}

		@Override
		public void gaveUp(FailedDelivery failed, RecordErrorHandler.Decision decision) {
			this.decisions.add(decision);
			if (this.broken) {
				throw new IllegalStateException("Broken for the test");
			}
		}

	}

}
