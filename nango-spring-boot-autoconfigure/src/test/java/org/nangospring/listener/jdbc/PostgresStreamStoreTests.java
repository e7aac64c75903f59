package org.nangospring.listener.jdbc;

import java.sql.SQLException;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamStoreException;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PostgresStreamStoreTests extends JdbcStreamStoreContract {

	@Override
	TestDatabase database() throws SQLException {
		return TestDatabase.postgres();
	}

	@Test
	void aConstraintThatIsCheckedAtTheEndIsAFailureOfTheListener() {
		this.database.jdbc()
			.sql("CREATE TABLE LATE (ID VARCHAR(20) PRIMARY KEY DEFERRABLE INITIALLY DEFERRED)")
			.update();
		try (StreamLease lease = store().tryAcquire(STREAM)) {
			assertThat(lease).isNotNull();
			StreamPosition next = StreamPosition.builder(STREAM, Instant.EPOCH).cursor("c1").build();
			assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> lease
				.deliver(() -> this.database.jdbc().sql("INSERT INTO LATE (ID) VALUES ('a'), ('a')").update(), next));
			assertThat(lease.position().cursor()).isNull();
		}
	}

	@Test
	void aTriggerThatRefusesAtTheEndIsAFailureOfTheListener() {
		this.database.jdbc().sql("""
				CREATE FUNCTION REFUSE() RETURNS TRIGGER LANGUAGE plpgsql AS
				$$ BEGIN RAISE EXCEPTION 'not like that'; END $$""").update();
		this.database.jdbc().sql("""
				CREATE CONSTRAINT TRIGGER LATE AFTER INSERT ON EFFECT DEFERRABLE INITIALLY DEFERRED
				FOR EACH ROW EXECUTE FUNCTION REFUSE()""").update();
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(TransactionSystemException.class)
				.isThrownBy(() -> lease.deliver(() -> write("a"), at(lease, "c1")))
				.withStackTraceContaining("not like that");
		}
		assertThat(effects()).isZero();
		assertThat(cursor()).isNull();
	}

	@Test
	void aConnectionThatIsCutBetweenTheListenerAndTheCommitIsAFailureOfTheStore() {
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(StreamStoreException.class).isThrownBy(() -> lease.deliver(() -> {
				write("a");
				int process = this.database.jdbc().sql("SELECT pg_backend_pid()").query(Integer.class).single();
				TransactionSynchronizationManager
					.registerSynchronization(beforeCommit(() -> inAnotherThread(() -> this.database.jdbc()
						.sql("SELECT pg_terminate_backend(?, 30000)")
						.param(process)
						.query(Boolean.class)
						.single())));
			}, at(lease, "c1")));
		}
		assertThat(effects()).isZero();
		assertThat(cursor()).isNull();
	}

	@Test
	void aConnectionThatIsCutWhileTheListenerRunsIsAFailureOfTheStore() {
		try (StreamLease lease = store().tryAcquire(STREAM)) {
			assertThat(lease).isNotNull();
			StreamPosition next = StreamPosition.builder(STREAM, Instant.EPOCH).cursor("c1").build();
			assertThatExceptionOfType(StreamStoreException.class)
				.isThrownBy(() -> lease.deliver(() -> this.database.jdbc()
					.sql("SELECT CAST(pg_terminate_backend(pg_backend_pid()) AS VARCHAR)")
					.query(String.class)
					.single(), next));
		}
		assertThat(store().find(STREAM)).isNotNull().extracting(StreamPosition::cursor).isNull();
	}

}
