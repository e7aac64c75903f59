package org.nangospring.autoconfigure.listener;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
import org.nangospring.listener.RecordsServer;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.jdbc.JdbcDeadLetters;
import org.nangospring.listener.jdbc.JdbcStreamStore;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;

import static org.assertj.core.api.Assertions.assertThat;

class NangoJdbcStreamStoreAutoConfigurationTests {

	private static final String TABLES = "SELECT COUNT(*) FROM INFORMATION_SCHEMA.TABLES WHERE UPPER(TABLE_NAME)"
			+ " LIKE 'NANGO%'";

	private RecordsServer server;

	private ApplicationContextRunner runner;

	@BeforeEach
	void connect() throws Exception {
		this.server = new RecordsServer().connect("slack", "acme");
		this.server.fill("slack/acme/User", 0, 5);
		this.runner = new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, NangoJdbcStreamStoreAutoConfiguration.class,
							NangoListenerAutoConfiguration.class, DataSourceAutoConfiguration.class,
							DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class))
			.withUserConfiguration(ListenerThreads.class)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url(),
					"spring.datasource.generate-unique-name=true");
	}

	@AfterEach
	void close() throws Exception {
		this.server.close();
	}

	@Test
	void withADatabasePositionsAreInItAndItsTablesAreMade() {
		this.runner.withBean(Users.class).run((context) -> {
			assertThat(context).hasNotFailed()
				.hasSingleBean(JdbcStreamStore.class)
				.hasSingleBean(JdbcDeadLetters.class);
			ListenerThreads.drain(context);
			assertThat(context.getBean(Users.class).count).isEqualTo(5);
			assertThat(context.getBean(NangoRecordListeners.class).positions("slack-User"))
				.satisfiesExactly((position) -> assertThat(position.records()).isEqualTo(5));
			assertThat(context.getBean(JdbcTemplate.class).queryForObject(TABLES, Integer.class)).isPositive();
		});
	}

	@Test
	void withoutListenersTheDatabaseIsLeftAlone() {
		this.runner.run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(StreamStore.class);
			assertThat(context.getBean(JdbcTemplate.class).queryForObject(TABLES, Integer.class)).isZero();
		});
	}

	@Test
	void tablesAreNotMadeWhereThatIsSwitchedOff() {
		this.runner.withBean(Users.class)
			.withPropertyValues("nango.listeners.jdbc.initialize-schema=never")
			.run((context) -> {
				assertThat(context).hasNotFailed().hasSingleBean(JdbcStreamStore.class);
				assertThat(context.getBean(JdbcTemplate.class).queryForObject(TABLES, Integer.class)).isZero();
			});
	}

	@ParameterizedTest
	@CsvSource({ "memory", "MEMORY" })
	void positionsStayInMemoryWhereThatIsAskedFor(String store) {
		this.runner.withBean(Users.class)
			.withPropertyValues("nango.listeners.store=" + store)
			.run((context) -> assertThat(context).hasNotFailed()
				.hasSingleBean(InMemoryStreamStore.class)
				.hasSingleBean(InMemoryDeadLetters.class)
				.doesNotHaveBean(JdbcStreamStore.class));
	}

	@Test
	void aStoreOrDeadLettersOfTheUsersTakeThePlaceOfOurs() {
		StreamStore store = new InMemoryStreamStore();
		this.runner.withBean(Users.class).withBean(StreamStore.class, () -> store).run((context) -> {
			assertThat(context.getBean(StreamStore.class)).isSameAs(store);
			assertThat(context).hasSingleBean(InMemoryDeadLetters.class);
		});
		DeadLetters letters = (letter) -> {
		};
		this.runner.withBean(Users.class).withBean(DeadLetters.class, () -> letters).run((context) -> {
			assertThat(context.getBean(DeadLetters.class)).isSameAs(letters);
			assertThat(context).hasSingleBean(JdbcStreamStore.class);
		});
	}

	@Test
	void withSeveralDatabasesPositionsAreInMemoryOrTheApplicationStopsIfThatIsNotWanted() {
		ApplicationContextRunner several = this.runner.withBean(Users.class)
			.withBean("one", DataSource.class, () -> database())
			.withBean("two", DataSource.class, () -> database());
		several.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(InMemoryStreamStore.class));
		several.withPropertyValues("nango.listeners.store=jdbc")
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOf(NangoConfigurationException.class)
				.hasMessageContaining("nango.listeners.store")
				.hasMessageContaining("one DataSource"));
	}

	@ParameterizedTest
	@CsvSource({ "org.springframework.jdbc", "org.springframework.boot.jdbc", "org.springframework.transaction" })
	void withoutTheLibraryPositionsAreInMemory(String missing) {
		new ApplicationContextRunner()
			.withConfiguration(
					AutoConfigurations.of(NangoAutoConfiguration.class, NangoListenerAutoConfiguration.class))
			.withUserConfiguration(ListenerThreads.class)
			.withBean(Users.class)
			.withPropertyValues("nango.secret-key=" + TestClients.KEY, "nango.host=" + this.server.url())
			.withClassLoader(new FilteredClassLoader(missing))
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(InMemoryStreamStore.class));
	}

	@ParameterizedTest
	@CsvSource({ "take-over-after,0s", "jdbc.table-prefix,A-B" })
	void aValueThatCannotBeUsedStopsTheApplicationAndIsNamed(String property, String value) {
		this.runner.withBean(Users.class)
			.withPropertyValues("nango.listeners." + property + "=" + value)
			.run((context) -> assertThat(NestedExceptionUtils.getMostSpecificCause(context.getStartupFailure()))
				.isInstanceOfSatisfying(NangoConfigurationException.class,
						(ex) -> assertThat(ex.getProperty()).isEqualTo("nango.listeners." + property)));
	}

	private static DataSource database() {
		return new EmbeddedDatabaseBuilder().setType(EmbeddedDatabaseType.H2).generateUniqueName(true).build();
	}

	static class Users {

		int count;

		@NangoRecordListener(integration = "slack", model = "User")
		void changed(RecordBatch<User> batch) {
			this.count += batch.size();
		}

	}

}
