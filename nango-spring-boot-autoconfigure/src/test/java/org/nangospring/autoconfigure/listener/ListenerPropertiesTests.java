package org.nangospring.autoconfigure.listener;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.ManualTiming;
import org.nangospring.client.TestClients;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.TaskQueue;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.core.NestedExceptionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What can be configured, for all listeners and for one.
 */
@ExtendWith(OutputCaptureExtension.class)
class ListenerPropertiesTests {

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
	void everyPropertyIsUsed() {
		this.runner.withBean(NangoListenerAutoConfigurationTests.Users.class)
			.withPropertyValues("nango.listeners.batch-size=4", "nango.listeners.poll-interval=7m",
					"nango.listeners.connection-interval=20m", "nango.listeners.concurrency=2",
					"nango.listeners.pages-per-turn=3", "nango.listeners.rate-limit-reserve=0.5",
					"nango.listeners.shutdown-timeout=3s")
			.run((context) -> {
				tasks(context).drain();
				assertThat(context.getBean(NangoListenerAutoConfigurationTests.Users.class).sizes).containsExactly(4,
						1);
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
		this.runner.withBean(NangoListenerAutoConfigurationTests.Users.class)
			.withPropertyValues("nango.listeners.rate-limit-reserve=0.5")
			.run((context) -> {
				tasks(context).drain();
				assertThat(context.getBean(NangoListenerAutoConfigurationTests.Users.class).ids).isEmpty();
				context.getBean(ManualTiming.class).advance(Duration.ofSeconds(61));
				tasks(context).drain();
				assertThat(context.getBean(NangoListenerAutoConfigurationTests.Users.class).ids).hasSize(5);
			});
	}

	@ParameterizedTest
	@CsvSource({ "nango.listeners.listener.slack-User.batch-size=2", "nango.listeners.listener.slackuser.batch-size=2",
			"nango.listeners.listener[slack-User].batchSize=2" })
	void whatIsConfiguredForOneListenerCountsMoreThanTheRest(String property) {
		this.runner.withBean(NangoListenerAutoConfigurationTests.Users.class)
			.withPropertyValues("nango.listeners.batch-size=4", property)
			.run((context) -> {
				tasks(context).drain();
				assertThat(context.getBean(NangoListenerAutoConfigurationTests.Users.class).sizes).containsExactly(2, 2,
						1);
			});
	}

	@Test
	void allThatCanBeConfiguredForOneListenerIsUsed() {
		this.runner.withBean(NangoListenerAutoConfigurationTests.Failing.class)
			.withPropertyValues("nango.listeners.auto-startup=false",
					"nango.listeners.listener.slack-User.auto-startup=true",
					"nango.listeners.listener.slack-User.concurrency=1",
					"nango.listeners.listener.slack-User.poll-interval=1h",
					"nango.listeners.listener.slack-User.retry.max-attempts=4",
					"nango.listeners.listener.slack-User.retry.initial-backoff=2s",
					"nango.listeners.listener.slack-User.retry.max-backoff=3s")
			.run((context) -> {
				tasks(context).drain();
				assertThat(context.getBean(NangoListenerAutoConfigurationTests.Failing.class).calls).hasSize(4);
				assertThat(context.getBean(ManualTiming.class).waits()).containsExactly(Duration.ofSeconds(2),
						Duration.ofSeconds(3), Duration.ofSeconds(3));
			});
	}

	@Test
	void withoutAutoStartupAListenerWaitsToBeStarted() {
		this.runner.withBean(NangoListenerAutoConfigurationTests.Users.class)
			.withPropertyValues("nango.listeners.auto-startup=false")
			.run((context) -> {
				tasks(context).drain();
				assertThat(this.server.listings()).isEmpty();
				context.getBean(NangoRecordListeners.class).start("slack-User");
				tasks(context).drain();
				assertThat(context.getBean(NangoListenerAutoConfigurationTests.Users.class).ids).hasSize(5);
			});
	}

	@Test
	void settingsForAListenerThatIsNotThereAreWarnedAbout(CapturedOutput output) {
		this.runner.withBean(NangoListenerAutoConfigurationTests.Users.class)
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
		this.runner.withBean(NangoListenerAutoConfigurationTests.Users.class)
			.withPropertyValues("nango.listeners." + property + "=" + value)
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOfSatisfying(NangoConfigurationException.class, (ex) -> {
					assertThat(ex.getProperty()).isEqualTo("nango.listeners." + property);
					assertThat(ex.getProblem()).isNotBlank();
				}));
	}

	private static TaskQueue tasks(ApplicationContext context) {
		return context.getBean(TaskQueue.class);
	}

}
