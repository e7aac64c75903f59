package org.nangospring.listener.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamStoreException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionSystemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Commits that fail, or seem to.
 */
class FailedCommitTests {

	private static final RecordStreamId STREAM = new RecordStreamId("l", "slack", "acme", "User", null);

	private TestDatabase database;

	private FailingCommits commits;

	private HikariDataSource pool;

	private JdbcStreamStore store;

	@BeforeEach
	void create() throws SQLException {
		this.database = TestDatabase.h2();
		this.database.jdbc().sql("CREATE TABLE EFFECT (ID VARCHAR(20) PRIMARY KEY)").update();
		this.commits = new FailingCommits(this.database.dataSource());
		this.pool = this.commits.pool();
		this.store = JdbcStreamStore.builder(this.pool, new JdbcTransactionManager(this.pool)).build();
	}

	@AfterEach
	void close() {
		this.pool.close();
		this.database.close();
	}

	private StreamLease acquire() {
		return Objects.requireNonNull(this.store.tryAcquire(STREAM), "lease");
	}

	private void deliver(StreamLease lease, SQLException failure, boolean carriedOut) throws Exception {
		lease.deliver(() -> {
			JdbcClient.create(this.pool).sql("INSERT INTO EFFECT (ID) VALUES ('a')").update();
			this.commits.failNext(failure, carriedOut);
		}, after());
	}

	private void deliver(StreamLease lease) throws Exception {
		lease.deliver(() -> JdbcClient.create(this.pool).sql("INSERT INTO EFFECT (ID) VALUES ('a')").update(), after());
	}

	private static StreamPosition after() {
		return StreamPosition.builder(STREAM, Instant.EPOCH).cursor("c1").build();
	}

	private long effects() {
		return this.database.jdbc().sql("SELECT COUNT(*) FROM EFFECT").query(Long.class).single();
	}

	@ParameterizedTest
	@ValueSource(strings = { "P0001", "HY000", "45000" })
	void whatTheDatabaseRefusesAtTheCommitIsAFailureOfTheListener(String state) throws Exception {
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(TransactionSystemException.class)
				.isThrownBy(() -> deliver(lease, new SQLException("no", state), false));
			assertThat(effects()).isZero();
			deliver(lease);
		}
		assertThat(effects()).isEqualTo(1);
	}

	/**
	 * The pool throws such a connection away, so that the transaction cannot be rolled
	 * back either: of that failure alone Spring tells.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "08006", "57P01" })
	void aConnectionThatIsCutWithinTheCommitIsAFailureOfTheStore(String state) {
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(StreamStoreException.class)
				.isThrownBy(() -> deliver(lease, new SQLException("cut", state), false));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "40001", "40P01", "53300" })
	void whatPassesIsAFailureOfTheStore(String state) throws Exception {
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(StreamStoreException.class)
				.isThrownBy(() -> deliver(lease, new SQLException("again", state), false));
			deliver(lease);
		}
		assertThat(effects()).isEqualTo(1);
	}

	@Test
	void aCommitThatFailedAfterItWasCarriedOutIsNotCarriedOutTwice() {
		try (StreamLease lease = acquire()) {
			assertThatExceptionOfType(TransactionSystemException.class)
				.isThrownBy(() -> deliver(lease, new SQLException("who knows", "HY000"), true));
			assertThat(effects()).isEqualTo(1);
			this.database.jdbc().sql("DELETE FROM EFFECT").update();
			assertThatExceptionOfType(StaleLeaseException.class).isThrownBy(() -> deliver(lease));
		}
		assertThat(effects()).isZero();
		assertThat(Objects.requireNonNull(this.store.find(STREAM)).cursor()).isEqualTo("c1");
	}

}
