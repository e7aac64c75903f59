package org.nangospring.autoconfigure.listener;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nangospring.autoconfigure.NangoAutoConfiguration;
import org.nangospring.client.TestClients;
import org.nangospring.client.record.NangoRecord;
import org.nangospring.listener.DeadLetter;
import org.nangospring.listener.DeadLetters;
import org.nangospring.listener.InMemoryDeadLetters;
import org.nangospring.listener.ListenerFixture.User;
import org.nangospring.listener.NangoRecordListener;
import org.nangospring.listener.NangoRecordListeners;
import org.nangospring.listener.RecordErrorHandler;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.StreamState;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.jdbc.JdbcDeadLetters;
import org.nangospring.listener.jdbc.JdbcStreamStore;
import org.nangospring.listener.jdbc.TestDatabase;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.integration.metadata.SimpleMetadataStore;
import org.springframework.integration.support.locks.DefaultLockRegistry;
import org.springframework.jdbc.support.JdbcTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is parked lasts as long as the position that has moved on over it.
 */
@ExtendWith(OutputCaptureExtension.class)
class DeadLetterConfigurationTests {

	private static final RecordStreamId STREAM = new RecordStreamId("slack-User", "slack", "acme", "User", null);

	private RecordsServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void connect() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.server.fill("slack/acme/User", 0, 2);
		this.runner = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, NangoJdbcStreamStoreAutoConfiguration.class,
							NangoMetadataStreamStoreAutoConfiguration.class, NangoListenerAutoConfiguration.class))
			.withUserConfiguration(ListenerThreads.class)
			.withBean(Failing.class)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url(),
					"nango.listeners.retry.max-attempts=1");
	}

	@AfterEach
	void close() throws Exception {
		this.server.close();
	}

	private ApplicationContextRunner withMetadata() {
		return this.runner.withBean(SimpleMetadataStore.class).withBean(DefaultLockRegistry.class);
	}

	@Test
	void aJdbcStoreOfTheUsersBringsTheDeadLettersOfItsDatabase() throws Exception {
		try (TestDatabase database = TestDatabase.h2()) {
			database.jdbc().sql("ALTER TABLE NANGO_STREAM RENAME TO CRM_STREAM").update();
			database.jdbc().sql("ALTER TABLE NANGO_DEAD_LETTER RENAME TO CRM_DEAD_LETTER").update();
			this.runner.withBean(JdbcStreamStore.class, () -> crm(database))
				.withBean(RecordErrorHandler.class, RecordErrorHandler::parking)
				.run((context) -> {
					assertThat(context).hasNotFailed().hasSingleBean(JdbcDeadLetters.class);
					ListenerThreads.drain(context);
					assertThat(context.getBean(JdbcDeadLetters.class).count("slack-User")).isEqualTo(2);
				});
			assertThat(database.jdbc().sql("SELECT COUNT(*) FROM CRM_DEAD_LETTER").query(Integer.class).single())
				.isEqualTo(2);
		}
	}

	@Test
	void aJdbcStoreThatIsDeclaredAsAStreamStoreOnlyBringsThemToo() throws Exception {
		try (TestDatabase database = TestDatabase.h2()) {
			this.runner
				.withBean(StreamStore.class,
						() -> JdbcStreamStore
							.builder(database.dataSource(), new JdbcTransactionManager(database.dataSource()))
							.build())
				.run((context) -> assertThat(context.getBean(DeadLetters.class)).isInstanceOf(JdbcDeadLetters.class));
		}
	}

	private static JdbcStreamStore crm(TestDatabase database) {
		return JdbcStreamStore.builder(database.dataSource(), database.transactions()).tablePrefix("CRM_").build();
	}

	@Test
	void aListenerThatAlwaysParksDoesNotStartWhereNothingKeepsWhatItParks() {
		withMetadata().withBean(RecordErrorHandler.class, RecordErrorHandler::parking)
			.run((context) -> assertThat(context).getFailure()
				.hasMessageContaining("\"slack-User\"")
				.hasMessageContaining("Declare a DeadLetters bean"));
	}

	@Test
	void aHandlerThatParksNowAndThenStopsTheStreamWhereNothingKeepsWhatItParks(CapturedOutput output) {
		withMetadata().withBean(RecordErrorHandler.class, () -> (failed) -> failed.isUnreadable()
				? RecordErrorHandler.Decision.STOP : RecordErrorHandler.Decision.PARK)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				ListenerThreads.drain(context);
				assertThat(context.getBean(NangoRecordListeners.class).position(STREAM)).satisfies((position) -> {
					assertThat(position.state()).isEqualTo(StreamState.STOPPED);
					assertThat(position.cursor()).isNull();
				});
				assertThat(output).contains("Declare a DeadLetters bean");
			});
	}

	@Test
	void deadLettersOfTheUsersAreAskedForNothingMore() {
		Letters letters = new Letters();
		withMetadata().withBean(RecordErrorHandler.class, RecordErrorHandler::parking)
			.withBean(DeadLetters.class, () -> letters)
			.run((context) -> {
				ListenerThreads.drain(context);
				assertThat(letters.ids).containsExactly("r0", "r1");
			});
		withMetadata().withBean(RecordErrorHandler.class, RecordErrorHandler::parking)
			.withBean(InMemoryDeadLetters.class, () -> new InMemoryDeadLetters())
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void positionsInMemoryGoWithDeadLettersInMemory() {
		this.runner.withBean(RecordErrorHandler.class, RecordErrorHandler::parking).run((context) -> {
			ListenerThreads.drain(context);
			assertThat(((InMemoryDeadLetters) context.getBean(DeadLetters.class)).letters()).hasSize(2);
		});
	}

	static class Failing {

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(List<NangoRecord<User>> records) {
			throw new IllegalStateException("Broken for the test");
		}

	}

	static class Letters implements DeadLetters {

		final List<String> ids = new CopyOnWriteArrayList<>();

		@Override
		public void park(DeadLetter letter) {
			this.ids.add(letter.record().id());
		}

	}

}
