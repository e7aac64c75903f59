package org.nangospring.listener.jdbc;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;

/**
 * Tells failures of the database from failures of what a listener wrote to it.
 */
final class Failures {

	private static final String TRANSACTION_ABORTED = "25P02";

	/** The connection, a rollback by the database, too few resources, a shutdown. */
	private static final List<String> PASSING = List.of("08", "40", "53", "57P");

	private Failures() {
	}

	/**
	 * Whether PostgreSQL refuses a statement because an earlier one of the same
	 * transaction has failed.
	 */
	static boolean isTransactionAborted(Throwable failure) {
		return TRANSACTION_ABORTED.equals(sqlState(failure));
	}

	/**
	 * Whether a commit failed because the connection is gone, or because of something
	 * that passes by itself. All else comes of what the work has written, from a
	 * constraint that is checked at the end to what JPA finds when it flushes, and would
	 * be the same every time. An attempt whose commit was carried out after all cannot be
	 * repeated, since it has changed the version of the position.
	 */
	static boolean isOfTheStore(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof OptimisticLockingFailureException) {
				// Spring calls it passing, but it is about an entity of the listener
				return false;
			}
			if (isPassing(cause)) {
				return true;
			}
		}
		return false;
	}

	private static boolean isPassing(Throwable failure) {
		if (failure instanceof SQLException ex) {
			return isPassing(ex);
		}
		return failure instanceof TransientDataAccessException || failure instanceof RecoverableDataAccessException
				|| failure instanceof DataAccessResourceFailureException;
	}

	private static boolean isPassing(SQLException failure) {
		if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException
				|| failure instanceof SQLNonTransientConnectionException) {
			return true;
		}
		String state = failure.getSQLState();
		SQLException next = failure.getNextException();
		if (state == null && next != null) {
			// of a batch
			return isPassing(next);
		}
		// a database gives a state; pools give none for a connection they have closed
		return state == null || PASSING.stream().anyMatch(state::startsWith);
	}

	private static @Nullable String sqlState(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException ex && ex.getSQLState() != null) {
				return ex.getSQLState();
			}
		}
		return null;
	}

}
