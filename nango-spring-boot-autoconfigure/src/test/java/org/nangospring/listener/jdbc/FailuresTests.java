package org.nangospring.listener.jdbc;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessApiUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

import static org.assertj.core.api.Assertions.assertThat;

class FailuresTests {

	private static boolean ofTheStore(Throwable failure) {
		return Failures.isOfTheStore(failure);
	}

	@ParameterizedTest
	@ValueSource(strings = { "08000", "08006", "08S01", "40001", "40P01", "53100", "53300", "57P01", "57P02" })
	void whatSaysThatTheConnectionIsGoneOrThatItPassesIsOfTheStore(String state) {
		SQLException failure = new SQLException("no", state);
		assertThat(ofTheStore(new TransactionSystemException("commit", failure))).isTrue();
		assertThat(ofTheStore(new UncategorizedSQLException("commit", null, failure))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "22001", "23505", "23000", "44000", "P0001", "HY000", "42501", "45000", "25P02" })
	void whatSaysAnythingElseIsOfTheListener(String state) {
		SQLException failure = new SQLException("no", state);
		assertThat(ofTheStore(new TransactionSystemException("commit", failure))).isFalse();
		assertThat(ofTheStore(new UncategorizedSQLException("commit", null, failure))).isFalse();
		assertThat(ofTheStore(new UncategorizedSQLException("commit", null,
				new BatchUpdateException("no", state, new int[0], failure))))
			.isFalse();
	}

	@Test
	void whatSpringOrTheDriverCallsPassingIsOfTheStoreWhateverItsState() {
		assertThat(ofTheStore(new DataAccessResourceFailureException("no"))).isTrue();
		assertThat(ofTheStore(new RecoverableDataAccessException("no"))).isTrue();
		assertThat(ofTheStore(new CannotAcquireLockException("no"))).isTrue();
		assertThat(ofTheStore(new QueryTimeoutException("no"))).isTrue();
		assertThat(ofTheStore(caused(new SQLNonTransientConnectionException("no", "90067")))).isTrue();
		assertThat(ofTheStore(caused(new SQLTransientConnectionException("no", "HY000")))).isTrue();
		assertThat(ofTheStore(caused(new SQLRecoverableException("no", "HY000")))).isTrue();
	}

	/** Databases always have one. */
	@Test
	void aFailureOfSqlWithoutAStateComesFromThePoolAndIsOfTheStore() {
		assertThat(ofTheStore(caused(new SQLException("Connection is closed")))).isTrue();
	}

	@Test
	void aBatchWithoutAStateHasThatOfItsStatement() {
		BatchUpdateException batch = new BatchUpdateException("no", (String) null, new int[0]);
		batch.setNextException(new SQLException("no", "P0001"));
		assertThat(ofTheStore(caused(batch))).isFalse();
	}

	private static TransactionSystemException caused(SQLException failure) {
		return new TransactionSystemException("commit", new IllegalStateException(failure));
	}

	@Test
	void whatNobodyBlamesOnTheDatabaseIsOfTheListener() {
		assertThat(ofTheStore(new UnexpectedRollbackException("no"))).isFalse();
		assertThat(ofTheStore(new DataIntegrityViolationException("no"))).isFalse();
		assertThat(ofTheStore(new InvalidDataAccessApiUsageException("no"))).isFalse();
		assertThat(ofTheStore(new TransactionSystemException("no", new IllegalArgumentException()))).isFalse();
	}

	/** Nobody would ever hear of an entity that somebody else changes each time. */
	@Test
	void anEntityThatSomebodyElseHasChangedIsOfTheListenerAlthoughSpringCallsItPassing() {
		assertThat(ofTheStore(new OptimisticLockingFailureException("no"))).isFalse();
		assertThat(ofTheStore(new ObjectOptimisticLockingFailureException("Account", "a"))).isFalse();
	}

}
