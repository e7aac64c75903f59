package org.nangospring.autoconfigure.listener;

import java.time.Duration;
import java.util.concurrent.locks.Lock;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.autoconfigure.NangoConfigurationException;
import org.nangospring.client.TestClients;
import org.nangospring.listener.InMemoryStreamStore;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordBatch;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.integration.MetadataStreamStore;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.integration.support.locks.RenewableLockRegistry;

import static org.assertj.core.api.Assertions.assertThat;

class NangoMetadataStreamStoreAutoConfigurationTests {

	private final SimpleMetadataStore metadata = new SimpleMetadataStore();

	private RecordsServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void connect() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.server.fill("slack/acme/User", 0, 5);
		this.runner = new ApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(NangoAutoConfiguration.class,
					NangoMetadataStreamStoreAutoConfiguration.class, NangoListenerAutoConfiguration.class))
			.withUserConfiguration(ListenerThreads.class)
			.withBean(Users.class)
			.withBean(SimpleMetadataStore.class, () -> this.metadata)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url());
	}

	@AfterEach
	void close() throws Exception {
		this.server.close();
	}

	@Test
	void withAMetadataStoreAndLocksPositionsAreInIt() {
		this.runner.withBean(DefaultLockRegistry.class).run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(MetadataStreamStore.class);
			ListenerThreads.drain(context);
			assertThat(context.getBean(Users.class).count).isEqualTo(5);
			assertThat(context.getBean(NangoRecordListeners.class).positions("slack-User")).hasSize(1);
		});
		this.runner.withBean(DefaultLockRegistry.class).run((context) -> {
			ListenerThreads.drain(context);
			assertThat(context.getBean(Users.class).count).isZero();
		});
	}

	@Test
	void aPrefixKeepsApplicationsApartAndLocksMayRunOut() {
		this.runner.withBean(DefaultLockRegistry.class).run((context) -> ListenerThreads.drain(context));
		this.runner.withBean(DefaultLockRegistry.class)
			.withPropertyValues("nango.listeners.metadata.key-prefix=other:",
					"nango.listeners.metadata.lock-time-to-live=1m")
			.run((context) -> {
				ListenerThreads.drain(context);
				assertThat(context.getBean(Users.class).count).isEqualTo(5);
				assertThat(context.getBean(StreamStore.class).takeOverAfter()).isEqualTo(Duration.ofMinutes(1));
			});
	}

	@Test
	void locksThatCanBeRenewedLastForTheTimeAfterWhichOthersTakeOver() {
		ApplicationContextRunner renewable = this.runner.withBean(RenewableLockRegistry.class, RenewableLocks::new);
		renewable.run((context) -> {
			ListenerThreads.drain(context);
			assertThat(context.getBean(Users.class).count).isEqualTo(5);
			assertThat(context.getBean(StreamStore.class).takeOverAfter()).isEqualTo(Duration.ofSeconds(30));
		});
		renewable.withPropertyValues("nango.listeners.take-over-after=10s")
			.run((context) -> assertThat(context.getBean(StreamStore.class).takeOverAfter())
				.isEqualTo(Duration.ofSeconds(10)));
		renewable.withPropertyValues("nango.listeners.metadata.lock-time-to-live=2m")
			.run((context) -> assertThat(context.getBean(StreamStore.class).takeOverAfter())
				.isEqualTo(Duration.ofMinutes(2)));
		renewable.withPropertyValues("nango.listeners.take-over-after=0s")
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOfSatisfying(NangoConfigurationException.class,
						(ex) -> assertThat(ex.getProperty()).isEqualTo("nango.listeners.take-over-after")));
	}

	@Test
	void withoutLocksOrWhereMemoryIsAskedForPositionsAreInMemory() {
		this.runner.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(InMemoryStreamStore.class));
		this.runner.withBean(DefaultLockRegistry.class)
			.withPropertyValues("nango.listeners.store=memory")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(InMemoryStreamStore.class));
	}

	@ParameterizedTest
	@CsvSource({ "metadata.key-prefix,''", "metadata.lock-time-to-live,0s" })
	void aValueThatCannotBeUsedStopsTheApplicationAndIsNamed(String property, String value) {
		this.runner.withBean(DefaultLockRegistry.class)
			.withPropertyValues("nango.listeners." + property + "=" + value)
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOfSatisfying(NangoConfigurationException.class,
						(ex) -> assertThat(ex.getProperty()).isEqualTo("nango.listeners." + property)));
	}

	static class RenewableLocks implements RenewableLockRegistry<Lock> {

		private final DefaultLockRegistry locks = new DefaultLockRegistry();

		@Override
		public Lock obtain(Object lockKey) {
			return this.locks.obtain(lockKey);
		}

		@Override
		public void renewLock(Object lockKey) {
		}

		@Override
		public void renewLock(Object lockKey, Duration ttl) {
		}

	}

	static class Users {

		int count;

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch) {
			this.count += batch.size();
		}

	}

}
