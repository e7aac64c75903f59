package org.nangospring.listener.jdbc;

import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * Tells failures of the database from failures of what a listener wrote to it.
 */
final class Failures {

	private static final String TRANSACTION_ABORTED = "25P02";

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
	 * Whether a commit failed because of what the work had written: a constraint that is
	 * checked at the end, say, or an inner transaction that had been marked to be rolled
	 * back.
	 */
	static boolean isOfTheWork(Throwable failure) {
		if (failure instanceof UnexpectedRollbackException || failure instanceof DataIntegrityViolationException) {
			return true;
		}
		String state = sqlState(failure);
		return state != null && (state.startsWith("22") || state.startsWith("23") || state.startsWith("44"));
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
