package org.nangospring.listener.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineTiming;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamLease;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamStore;
import org.nangospring.listener.StreamStoreException;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;

/**
 * Keeps positions and leases in one table of a database: H2, PostgreSQL, MySQL or
 * MariaDB. A position is saved in the same transaction as what the listener writes to
 * that database, so that either both happen or neither.
 * <p>
 * That holds for whatever takes part in transactions of the given
 * {@link PlatformTransactionManager} on the thread that calls the listener: Spring's
 * {@code JdbcClient} and {@code JdbcTemplate}, JPA, and so on. The transaction is a new
 * one for each attempt to deliver a batch.
 * <p>
 * Whether a lease has run out is decided by the clock of the database alone. Times are
 * kept to the microsecond, in UTC. The table is made by the script for the database,
 * {@code org/nangospring/listener/jdbc/schema-}<i>platform</i>{@code .sql}.
 */
public final class JdbcStreamStore implements StreamStore {

	private final Transactions transactions;

	private final StreamTable table;

	private final JdbcDeadLetters deadLetters;

	private final Duration takeOverAfter;

	private final String owner;

	private JdbcStreamStore(Builder builder) {
		this.transactions = new Transactions(builder.transactionManager);
		this.table = new StreamTable(builder.dataSource, builder.tables);
		this.deadLetters = JdbcDeadLetters.builder(builder.dataSource, builder.transactionManager)
			.tablePrefix(builder.tables.prefix())
			.build();
		this.takeOverAfter = builder.takeOverAfter;
		this.owner = builder.owner;
	}

	/**
	 * Begins a store.
	 * @param dataSource the database
	 * @param transactionManager makes transactions of that database, such as a
	 * {@code JdbcTransactionManager} or a {@code JpaTransactionManager}
	 * @return a builder with the defaults
	 */
	public static Builder builder(DataSource dataSource, PlatformTransactionManager transactionManager) {
		return new Builder(dataSource, transactionManager);
	}

	@Override
	public @Nullable StreamLease tryAcquire(RecordStreamId stream) {
		String token = UUID.randomUUID().toString();
		return attempt(stream, () -> {
			try {
				StreamTable.Row row = this.transactions.inNew(() -> acquire(stream, token));
				return (row != null)
						? new JdbcStreamLease(this.table, this.transactions, row, token, this.takeOverAfter.toMillis())
						: null;
			}
			catch (DuplicateKeyException | ConcurrencyFailureException ex) {
				// another instance has met the stream at the same time; of three that do,
				// MySQL ends one as a deadlock
				return null;
			}
		});
	}

	private StreamTable.@Nullable Row acquire(RecordStreamId stream, String token) {
		if (!this.table.isInTransaction()) {
			throw new StreamStoreException("The transaction manager does not begin transactions of the data source, so"
					+ " positions would not be saved together with what listeners write. Give JdbcStreamStore the"
					+ " transaction manager of this data source.", null);
		}
		long millis = this.takeOverAfter.toMillis();
		StreamTable.Row free = this.table.lockFree(stream);
		if (free != null) {
			this.table.lease(stream, this.owner, token, millis);
			return free;
		}
		if (this.table.find(stream) != null) {
			return null;
		}
		StreamTable.Row row = new StreamTable.Row(StreamPosition.beginning(stream, EngineTiming.SYSTEM.now()), 0);
		this.table.insert(row, this.owner, token, millis);
		return row;
	}

	@Override
	public @Nullable StreamPosition find(RecordStreamId stream) {
		return attempt(stream, () -> {
			StreamTable.Row row = this.table.find(stream);
			return (row != null) ? row.position() : null;
		});
	}

	@Override
	public List<StreamPosition> list(String listenerId) {
		return attempt(listenerId, () -> this.table.list(listenerId));
	}

	@Override
	public List<RecordStreamId> unfinished(String listenerId) {
		return attempt(listenerId, () -> this.table.unfinished(listenerId));
	}

	@Override
	public @Nullable StreamPosition change(RecordStreamId stream, UnaryOperator<StreamPosition> change) {
		return attempt(stream, () -> {
			while (true) {
				StreamTable.Row row = this.transactions.inNew(() -> this.table.find(stream));
				if (row == null) {
					return null;
				}
				StreamPosition changed = change.apply(row.position());
				if (this.transactions.inNew(() -> this.table.change(row, changed))) {
					return changed;
				}
			}
		});
	}

	@Override
	public void delete(RecordStreamId stream) {
		attempt(stream, () -> this.transactions.inNew(() -> this.table.delete(stream)));
	}

	@Override
	public Duration takeOverAfter() {
		return this.takeOverAfter;
	}

	@Override
	public boolean isTransactional() {
		return true;
	}

	/**
	 * They are in a table beside that of the positions.
	 * @return dead letters in the same database, with the same prefix
	 */
	@Override
	public JdbcDeadLetters deadLetters() {
		return this.deadLetters;
	}

	private static <T extends @Nullable Object> T attempt(Object subject, Supplier<T> work) {
		try {
			return work.get();
		}
		catch (DataAccessException | TransactionException ex) {
			throw failure(subject, ex);
		}
	}

	static StreamStoreException failure(Object subject, Throwable cause) {
		return new StreamStoreException("The position of " + subject + " could not be read or saved in the database."
				+ " Is it reachable, has the connection pool a connection left, and were its tables made by"
				+ " schema-<platform>.sql?", cause);
	}

	/**
	 * Makes a store.
	 */
	public static final class Builder {

		private final DataSource dataSource;

		private final PlatformTransactionManager transactionManager;

		private TableNames tables = new TableNames(TableNames.DEFAULT_PREFIX);

		private Duration takeOverAfter = Duration.ofSeconds(30);

		private String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

		private Builder(DataSource dataSource, PlatformTransactionManager transactionManager) {
			this.dataSource = Arguments.required(dataSource, "data source");
			this.transactionManager = Arguments.required(transactionManager, "transaction manager");
		}

		/**
		 * Sets what the names of the tables begin with. By default {@code NANGO_}.
		 * @param prefix letters, digits and underscores, with the schema and a dot before
		 * it if need be
		 * @return this builder
		 * @throws IllegalArgumentException if it is anything else
		 */
		public Builder tablePrefix(String prefix) {
			this.tables = new TableNames(prefix);
			return this;
		}

		/**
		 * Sets after how long without a sign of life the streams of an instance may be
		 * taken over by others. By default 30 seconds. A short time costs more
		 * statements, and takes streams away from instances that were merely paused.
		 * @param time from 1 second to 1 day
		 * @return this builder
		 * @throws IllegalArgumentException if it is outside
		 */
		public Builder takeOverAfter(Duration time) {
			Arguments.required(time, "time after which streams are taken over");
			if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(Duration.ofDays(1)) > 0) {
				throw new IllegalArgumentException(
						"The time after which streams are taken over must be from 1 second to 1 day, not " + time);
			}
			this.takeOverAfter = time;
			return this;
		}

		/**
		 * Sets the name of this instance. It is stored beside the streams it works on,
		 * for people to see; leases are told apart by random tokens. By default the
		 * process id and a random part.
		 * @param name at most 255 characters
		 * @return this builder
		 */
		public Builder instanceName(String name) {
			Arguments.range(Arguments.text(name, "name of the instance").length(), 1, 255,
					"length of the name of the instance");
			this.owner = name;
			return this;
		}

		/**
		 * Makes the store. The database is not asked for anything yet.
		 * @return the store
		 */
		public JdbcStreamStore build() {
			return new JdbcStreamStore(this);
		}

	}

}
