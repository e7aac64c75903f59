package org.nangospring.autoconfigure.listener;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.TestClients;
import org.nangospring.listener.DeadLetters;
import org.nangospring.listener.InMemoryDeadLetters;
import org.nangospring.listener.InMemoryStreamStore;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordBatch;
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

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void aListenerThatHangsIsInterruptedWhenTheContextIsDestroyed(boolean virtual) throws Exception {
		Hanging listener = new Hanging();
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, NangoListenerAutoConfiguration.class))
			.withBean(Hanging.class, () -> listener)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url(),
					"nango.listeners.shutdown-timeout=1ms", "spring.threads.virtual.enabled=" + virtual)
			.run((context) -> assertThat(listener.begun.await(60, TimeUnit.SECONDS)).isTrue());
		assertThat(listener.interrupted.await(60, TimeUnit.SECONDS)).isTrue();
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

	static class Hanging {

		final CountDownLatch begun = new CountDownLatch(1);

		final CountDownLatch interrupted = new CountDownLatch(1);

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch) {
			this.begun.countDown();
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				this.interrupted.countDown();
			}
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

}
