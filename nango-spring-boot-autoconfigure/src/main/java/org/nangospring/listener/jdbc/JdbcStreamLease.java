package org.nangospring.listener.jdbc;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.nangospring.listener.StaleLeaseException;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.UnexpectedRollbackException;

/**
 * A lease that is a token in the row of its stream. Saving is one statement that finds
 * the row only by the token and by the version that the position was read at, so nobody
 * can come in between.
 */
final class JdbcStreamLease implements StreamLease {

	private static final Log logger = LogFactory.getLog(JdbcStreamLease.class);

	private final StreamTable table;

	private final Transactions transactions;

	private final String token;

	private final long millis;

	private volatile StreamTable.Row row;

	JdbcStreamLease(StreamTable table, Transactions transactions, StreamTable.Row row, String token, long millis) {
		this.table = table;
		this.transactions = transactions;
		this.row = row;
		this.token = token;
		this.millis = millis;
	}

	@Override
	public StreamPosition position() {
		return this.row.position();
	}

	@Override
	public void deliver(Work work, StreamPosition next) throws Exception {
		TransactionStatus transaction = begin();
		try {
			work.run();
			if (transaction.isRollbackOnly()) {
				throw new UnexpectedRollbackException("The listener returned although it, or something that it called,"
						+ " had marked the transaction to be rolled back. Let the failure through instead.");
			}
			write(next);
		}
		catch (Throwable ex) {
			rollback(transaction, ex);
			throw ex;
		}
		commit(transaction);
		this.row = this.row.next(next);
	}

	private TransactionStatus begin() {
		try {
			return this.transactions.begin();
		}
		catch (DataAccessException | TransactionException ex) {
			throw JdbcStreamStore.failure(position().stream(), ex);
		}
	}

	private void write(StreamPosition next) {
		boolean saved;
		try {
			saved = this.table.save(this.row, next, this.token, this.millis);
		}
		catch (DataAccessException ex) {
			if (Failures.isTransactionAborted(ex)) {
				throw new UnexpectedRollbackException("The listener returned although one of its statements had failed,"
						+ " after which the database carries out no more in the same transaction. Let the failure"
						+ " through instead.", ex);
			}
			throw JdbcStreamStore.failure(next.stream(), ex);
		}
		if (!saved) {
			throw new StaleLeaseException(next.stream());
		}
	}

	/**
	 * A transaction that cannot even be rolled back has lost its connection, for which
	 * the records are not to blame.
	 */
	private void rollback(TransactionStatus transaction, Throwable failure) {
		try {
			this.transactions.rollback(transaction);
		}
		catch (RuntimeException ex) {
			failure.addSuppressed(ex);
			throw JdbcStreamStore.failure(position().stream(), failure);
		}
	}

	private void commit(TransactionStatus transaction) {
		try {
			this.transactions.commit(transaction);
		}
		catch (DataAccessException | TransactionException ex) {
			throw Failures.isOfTheStore(ex) ? JdbcStreamStore.failure(position().stream(), ex) : ex;
		}
	}

	@Override
	public void save(StreamPosition next) {
		try {
			this.transactions.inNew(() -> {
				write(next);
				return true;
			});
		}
		catch (DataAccessException | TransactionException ex) {
			throw JdbcStreamStore.failure(next.stream(), ex);
		}
		this.row = this.row.next(next);
	}

	@Override
	public boolean renew() {
		try {
			return this.transactions.inNew(() -> this.table.renew(position().stream(), this.token, this.millis));
		}
		catch (DataAccessException | TransactionException ex) {
			throw JdbcStreamStore.failure(position().stream(), ex);
		}
	}

	@Override
	public void close() {
		try {
			this.transactions.inNew(() -> this.table.release(position().stream(), this.token));
		}
		catch (RuntimeException ex) {
			logger.warn("The lease on " + position().stream() + " could not be released. It runs out by itself in "
					+ this.millis + " ms at most.", ex);
		}
	}

}
