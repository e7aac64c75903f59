package org.nangospring.listener.jdbc;

import java.sql.DatabaseMetaData;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamStoreException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class JdbcStreamStoreSettingsTests {

	private static final RecordStreamId STREAM = new RecordStreamId("users", "slack", "acme", "User", null);

	@ParameterizedTest
	@ValueSource(strings = { "NANGO_", "", "crm.NANGO_", "db.crm.n_", "_x1" })
	void aPrefixOfPlainCharactersIsTaken(String prefix) {
		assertThat(new TableNames(prefix).stream()).isEqualTo(prefix + "STREAM");
		assertThat(new TableNames(prefix).deadLetter()).isEqualTo(prefix + "DEAD_LETTER");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x; DROP TABLE y --", "a b", "1x", "\"x\"", "a.b.c.d_", ".x", "a..b", "\u00e4", "a\nb" })
	void aPrefixThatWouldChangeTheStatementIsRefused(String prefix) {
		assertThatIllegalArgumentException().isThrownBy(() -> new TableNames(prefix))
			.withMessageContaining("letters, digits and underscores");
	}

	@Test
	void tablesMayHaveAnotherPrefix() throws Exception {
		try (TestDatabase database = TestDatabase.h2()) {
			database.jdbc().sql("CREATE SCHEMA CRM").update();
			database.jdbc().sql("CREATE TABLE CRM.N_STREAM AS SELECT * FROM NANGO_STREAM").update();
			JdbcStreamStore store = JdbcStreamStore.builder(database.dataSource(), database.transactions())
				.tablePrefix("crm.n_")
				.build();
			try (StreamLease lease = store.tryAcquire(STREAM)) {
				assertThat(lease).isNotNull();
			}
			assertThat(store.find(STREAM)).isNotNull();
			assertThat(database.jdbc().sql("SELECT COUNT(*) FROM NANGO_STREAM").query(Long.class).single()).isZero();
		}
	}

	@Test
	void aTransactionManagerOfAnotherDatabaseIsRefused() throws Exception {
		try (TestDatabase database = TestDatabase.h2(); TestDatabase other = TestDatabase.h2()) {
			JdbcStreamStore store = JdbcStreamStore.builder(database.dataSource(), other.transactions()).build();
			assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> store.tryAcquire(STREAM))
				.withMessageContaining("transaction manager of this data source");
			assertThat(store.find(STREAM)).isNull();
		}
	}

	@Test
	void settingsOutOfRangeAreRefused() throws Exception {
		try (TestDatabase database = TestDatabase.h2()) {
			JdbcStreamStore.Builder builder = JdbcStreamStore.builder(database.dataSource(), database.transactions());
			assertThatIllegalArgumentException().isThrownBy(() -> builder.takeOverAfter(Duration.ofMillis(999)));
			assertThatIllegalArgumentException().isThrownBy(() -> builder.takeOverAfter(Duration.ofDays(2)));
			assertThatIllegalArgumentException().isThrownBy(() -> builder.instanceName("x".repeat(256)));
			assertThatIllegalArgumentException().isThrownBy(() -> builder.instanceName(" "));
		}
	}

	@ParameterizedTest
	@CsvSource({ "H2, 2.4.240, 2, 4, true", "PostgreSQL, 15.3, 15, 3, true", "MySQL, 8.4.0, 8, 4, true",
			"MySQL, 5.7.44, 5, 7, false", "MariaDB, 11.4.2-MariaDB, 11, 4, true",
			"MariaDB, 10.5.9-MariaDB, 10, 5, false", "MySQL, 5.5.5-10.11.2-MariaDB, 5, 5, false" })
	void whatADatabaseCanDoIsFoundOut(String product, String version, int major, int minor, boolean skips)
			throws Exception {
		assertThat(DatabaseDialect.of(database(product, version, major, minor)).skipsLocked()).isEqualTo(skips);
	}

	@Test
	void anotherDatabaseIsRefusedByName() throws Exception {
		DatabaseMetaData database = database("Oracle", "23", 23, 0);
		assertThatIllegalStateException().isThrownBy(() -> DatabaseDialect.of(database))
			.withMessageContaining("Oracle")
			.withMessageContaining("StreamStore of your own");
	}

	private static DatabaseMetaData database(String product, String version, int major, int minor) throws Exception {
		DatabaseMetaData database = Mockito.mock(DatabaseMetaData.class);
		Mockito.when(database.getDatabaseProductName()).thenReturn(product);
		Mockito.when(database.getDatabaseProductVersion()).thenReturn(version);
		Mockito.when(database.getDatabaseMajorVersion()).thenReturn(major);
		Mockito.when(database.getDatabaseMinorVersion()).thenReturn(minor);
		return database;
	}

	@Test
	void keysTellPartsApartThatLookAlikeTogether() {
		assertThat(StreamKeys.of(new RecordStreamId("l", "ab", "c", "m", null)))
			.isNotEqualTo(StreamKeys.of(new RecordStreamId("l", "a", "bc", "m", null)))
			.hasSize(64);
		assertThat(StreamKeys.of(new RecordStreamId("l", "a", "b", "m", null)))
			.isNotEqualTo(StreamKeys.of(new RecordStreamId("l", "a", "b", "m", "-")));
	}

}
