package org.nangospring.autoconfigure.listener;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoClientsAutoConfiguration;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.NangoClient;
import org.nangospring.client.TestClients;
import org.nangospring.listener.DeadLetter;
import org.nangospring.listener.DeadLetters;
import org.nangospring.listener.FailedDelivery;
import org.nangospring.listener.InMemoryDeadLetters;
import org.nangospring.listener.InMemoryStreamStore;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.ListenerObserver;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordErrorHandler;
import org.nangospring.listener.RecordListenerContainer;
import org.nangospring.listener.RecordListenerDefinition;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.TaskQueue;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.system.JavaVersion;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class NangoListenerAutoConfigurationTests {

	private static final String SLACK = "slack/acme/User";

	private RecordsServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void connect() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.server.fill(SLACK, 0, 5);
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
	void withoutAListenerNothingIsThereAndNothingIsAsked() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed()
				.doesNotHaveBean(NangoRecordListeners.class)
				.doesNotHaveBean(StreamStore.class)
				.doesNotHaveBean(DeadLetters.class);
			tasks(context).drain();
			assertThat(this.server.listings()).isEmpty();
		});
	}

	@Test
	void anAnnotatedMethodOfABeanIsCalledWithChanges() {
		this.runner.withBean(Users.class).run((context) -> {
			assertThat(context).hasSingleBean(NangoRecordListeners.class)
				.hasSingleBean(InMemoryStreamStore.class)
				.hasSingleBean(InMemoryDeadLetters.class);
			tasks(context).drain();
			assertThat(context.getBean(Users.class).ids).containsExactly("r0", "r1", "r2", "r3", "r4");
		});
	}

	@Test
	void aDefinitionThatIsABeanIsCalledWithChanges() {
		Users users = new Users();
		this.runner
			.withBean(RecordListenerDefinition.class,
					() -> RecordListenerDefinition.of("slack", "User", User.class).batches(users::changed))
			.run((context) -> {
				tasks(context).drain();
				assertThat(users.ids).hasSize(5);
			});
	}

	@Test
	void askedForThereIsAContainerToRegisterListenersWith() {
		this.runner.withPropertyValues("nango.listeners.enabled=true").run((context) -> {
			Users users = new Users();
			tasks(context).drain();
			assertThat(this.server.listings()).isEmpty();
			context.getBean(NangoRecordListeners.class)
				.register(RecordListenerDefinition.of("slack", "User", User.class).batches(users::changed));
			tasks(context).drain();
			assertThat(users.ids).hasSize(5);
		});
	}

	@ParameterizedTest
	@CsvSource({ "nango.enabled=false", "nango.listeners.enabled=false" })
	void disabledNoListenerIsCalled(String property) {
		this.runner.withBean(Users.class)
			.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(NangoRecordListeners.class));
	}

	@Test
	void aListenerBehindAnInterfaceStopsTheApplicationInsteadOfBeingForgotten() {
		this.runner.withUserConfiguration(Hiding.class)
			.run((context) -> assertThat(context).getFailure()
				.isInstanceOfSatisfying(NangoConfigurationException.class,
						(ex) -> assertThat(ex.getProblem()).contains("[hidden]")));
		this.runner.withUserConfiguration(Hiding.class)
			.withPropertyValues("nango.listeners.enabled=true")
			.run((context) -> assertThat(context.getBean(NangoRecordListeners.class).ids())
				.containsExactly("slack-User"));
	}

	@Test
	void everyBeanOfTheUsersTakesThePlaceOfOurs() {
		StreamStore store = new InMemoryStreamStore();
		DeadLetters letters = (letter) -> {
		};
		this.runner.withBean(Users.class)
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
		this.runner.withBean(Users.class)
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
		this.runner.withBean(Failing.class)
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

	@Test
	void everyPropertyIsUsed() {
		this.runner.withBean(Users.class)
			.withPropertyValues("nango.listeners.batch-size=4", "nango.listeners.poll-interval=7m",
					"nango.listeners.connection-interval=20m", "nango.listeners.concurrency=2",
					"nango.listeners.pages-per-turn=3", "nango.listeners.rate-limit-reserve=0.5",
					"nango.listeners.shutdown-timeout=3s")
			.run((context) -> {
				tasks(context).drain();
				assertThat(context.getBean(Users.class).sizes).containsExactly(4, 1);
				this.server.forgetRequests();
				ManualTiming timing = context.getBean(ManualTiming.class);
				timing.advance(Duration.ofMinutes(6));
				tasks(context).drain();
				assertThat(this.server.reads()).isEmpty();
				timing.advance(Duration.ofMinutes(1));
				tasks(context).drain();
				assertThat(this.server.reads()).hasSize(1);
				timing.advance(Duration.ofMinutes(12));
				tasks(context).drain();
				assertThat(this.server.listings()).isEmpty();
				timing.advance(Duration.ofMinutes(1));
				tasks(context).drain();
				assertThat(this.server.listings()).hasSize(1);
			});
	}

	@Test
	void aShareOfTheRateLimitIsLeftToOthers() {
		this.server.rateLimit(100, 40, new ManualTiming().now().plusSeconds(60));
		this.runner.withBean(Users.class)
			.withPropertyValues("nango.listeners.rate-limit-reserve=0.5")
			.run((context) -> {
				tasks(context).drain();
				assertThat(context.getBean(Users.class).ids).isEmpty();
				context.getBean(ManualTiming.class).advance(Duration.ofSeconds(61));
				tasks(context).drain();
				assertThat(context.getBean(Users.class).ids).hasSize(5);
			});
	}

	@ParameterizedTest
	@CsvSource({ "nango.listeners.listener.slack-User.batch-size=2", "nango.listeners.listener.slackuser.batch-size=2",
			"nango.listeners.listener[slack-User].batchSize=2" })
	void whatIsConfiguredForOneListenerCountsMoreThanTheRest(String property) {
		this.runner.withBean(Users.class)
			.withPropertyValues("nango.listeners.batch-size=4", property)
			.run((context) -> {
				tasks(context).drain();
				assertThat(context.getBean(Users.class).sizes).containsExactly(2, 2, 1);
			});
	}

	@Test
	void allThatCanBeConfiguredForOneListenerIsUsed() {
		this.runner.withBean(Failing.class)
			.withPropertyValues("nango.listeners.auto-startup=false",
					"nango.listeners.listener.slack-User.auto-startup=true",
					"nango.listeners.listener.slack-User.concurrency=1",
					"nango.listeners.listener.slack-User.poll-interval=1h",
					"nango.listeners.listener.slack-User.retry.max-attempts=4",
					"nango.listeners.listener.slack-User.retry.initial-backoff=2s",
					"nango.listeners.listener.slack-User.retry.max-backoff=3s")
			.run((context) -> {
				tasks(context).drain();
				assertThat(context.getBean(Failing.class).calls).hasSize(4);
				assertThat(context.getBean(ManualTiming.class).waits()).containsExactly(Duration.ofSeconds(2),
						Duration.ofSeconds(3), Duration.ofSeconds(3));
			});
	}

	@Test
	void withoutAutoStartupAListenerWaitsToBeStarted() {
		this.runner.withBean(Users.class).withPropertyValues("nango.listeners.auto-startup=false").run((context) -> {
			tasks(context).drain();
			assertThat(this.server.listings()).isEmpty();
			context.getBean(NangoRecordListeners.class).start("slack-User");
			tasks(context).drain();
			assertThat(context.getBean(Users.class).ids).hasSize(5);
		});
	}

	@Test
	void settingsForAListenerThatIsNotThereAreWarnedAbout(CapturedOutput output) {
		this.runner.withBean(Users.class)
			.withPropertyValues("nango.listeners.listener.slack-Usr.batch-size=2",
					"nango.listeners.listener.slack-User.batch-size=2")
			.run((context) -> assertThat(output).containsPattern("WARN.*for \\[slack-Usr\\].*only \\[slack-User\\]"));
	}

	@ParameterizedTest
	@CsvSource({ "concurrency,0", "batch-size,0", "batch-size,10001", "poll-interval,0s", "connection-interval,0s",
			"pages-per-turn,0", "rate-limit-reserve,1", "rate-limit-reserve,-0.1", "shutdown-timeout,0s",
			"retry.max-attempts,0", "retry.initial-backoff,0s", "retry.max-backoff,0s", "store,jdbc", "store,metadata",
			"listener.slack-User.batch-size,0", "listener.slack-User.concurrency,0",
			"listener.slack-User.poll-interval,-1s", "listener.slack-User.retry.max-attempts,0",
			"listener.slack-User.retry.initial-backoff,0s", "listener.slack-User.retry.max-backoff,0s" })
	void aValueThatCannotBeUsedStopsTheApplicationAndIsNamed(String property, String value) {
		this.runner.withBean(Users.class)
			.withPropertyValues("nango.listeners." + property + "=" + value)
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOfSatisfying(NangoConfigurationException.class, (ex) -> {
					assertThat(ex.getProperty()).isEqualTo("nango.listeners." + property);
					assertThat(ex.getProblem()).isNotBlank();
				}));
	}

	@Test
	void positionsInMemoryAreWarnedAbout(CapturedOutput output) {
		this.runner.withBean(Users.class).run((context) -> {
			tasks(context).drain();
			assertThat(output).containsPattern("WARN.*kept in memory only");
		});
	}

	@Test
	void withVirtualThreadsListenersRunOnThemWhereJavaHasThem() {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, NangoListenerAutoConfiguration.class))
			.withBean(ThreadOfUsers.class)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url(),
					"spring.threads.virtual.enabled=true")
			.run((context) -> {
				Thread thread = context.getBean(ThreadOfUsers.class).thread.get(60, TimeUnit.SECONDS);
				assertThat(thread.getName()).startsWith("nango-listener-");
				assertThat(thread.getClass().getSimpleName().equals("VirtualThread"))
					.isEqualTo(JavaVersion.getJavaVersion().isEqualOrNewerThan(JavaVersion.TWENTY_ONE));
			});
	}

	@Test
	void withSeveralClientsTheApplicationSaysThatOneHasToBeThePrimaryOne() {
		this.runner.withBean(Users.class)
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
			staging.fill(SLACK, 0, 2);
			this.runner.withConfiguration(AutoConfigurations.of(NangoClientsAutoConfiguration.class))
				.withBean(Users.class)
				.withPropertyValues("nango.clients.staging.secret-key=" + TestClients.KEY,
						"nango.clients.staging.host=" + staging.url(), "nango.listeners.client=staging")
				.run((context) -> {
					tasks(context).drain();
					assertThat(context.getBean(Users.class).ids).hasSize(2);
					assertThat(this.server.listings()).isEmpty();
				});
		}
	}

	@Test
	void withoutANameTheRecordsOfTheDefaultClientAreDelivered() {
		this.runner.withConfiguration(AutoConfigurations.of(NangoClientsAutoConfiguration.class))
			.withBean(Users.class)
			.withPropertyValues("nango.clients.staging.secret-key=" + TestClients.KEY,
					"nango.clients.staging.host=https://unused.invalid")
			.run((context) -> {
				tasks(context).drain();
				assertThat(context.getBean(Users.class).ids).hasSize(5);
			});
	}

	@Test
	void aClientThatIsNotThereStopsTheApplicationAndItsPropertyIsNamed() {
		this.runner.withBean(Users.class)
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

	static class Users {

		final List<String> ids = new CopyOnWriteArrayList<>();

		final List<Integer> sizes = new CopyOnWriteArrayList<>();

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch) {
			this.sizes.add(batch.size());
			batch.forEach((record) -> this.ids.add(record.id()));
		}

	}

	static class ThreadOfUsers {

		final CompletableFuture<Thread> thread = new CompletableFuture<>();

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch) {
			this.thread.complete(Thread.currentThread());
		}

	}

	static class Failing {

		final List<Integer> calls = new CopyOnWriteArrayList<>();

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch) {
			this.calls.add(batch.size());
			throw new IllegalStateException("Broken for the test");
		}

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
		org.nangospring.listener.ConnectionSelector others() {
			return (connection) -> Set.of("other").contains(connection.connectionId());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Hiding {

		@Bean
		Runnable hidden() {
			return new HiddenUsers();
		}

	}

	static class HiddenUsers extends Users implements Runnable {

		@Override
		public void run() {
			throw new UnsupportedOperationException();
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
