package org.nangospring.listener.jdbc;

import java.util.List;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.nangospring.client.http.Arguments;
import org.nangospring.listener.DeadLetter;
import org.nangospring.listener.DeadLetters;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamFailure;
import org.nangospring.listener.StreamStoreException;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps changes that could not be delivered in a table beside that of
 * {@link JdbcStreamStore}. A letter is parked in the transaction that moves the stream
 * on, if both stores are on the same database. It stays until {@link #remove} is called.
 * <p>
 * The payloads of records are stored as Nango sent them, so the table deserves the same
 * protection as the data of the application.
 */
public final class JdbcDeadLetters implements DeadLetters {

	private final JdbcClient jdbc;

	private final TransactionTemplate transactions;

	private final String table;

	private JdbcDeadLetters(Builder builder) {
		this.jdbc = JdbcClient.create(builder.dataSource);
		this.transactions = new TransactionTemplate(builder.transactionManager);
		this.table = builder.tables.deadLetter();
	}

	/**
	 * Begins a store.
	 * @param dataSource the database
	 * @param transactionManager makes transactions of that database
	 * @return a builder with the defaults
	 */
	public static Builder builder(DataSource dataSource, PlatformTransactionManager transactionManager) {
		return new Builder(dataSource, transactionManager);
	}

	/**
	 * Stores what could not be delivered. The same change of the same record is stored
	 * once, however often it is parked.
	 * @param letter what could not be delivered
	 * @throws StreamStoreException if the database cannot be reached
	 */
	@Override
	public void park(DeadLetter letter) {
		attempt(() -> this.transactions.execute((status) -> {
			if (update(letter) == 0) {
				insert(letter);
			}
			return true;
		}));
	}

	private int update(DeadLetter letter) {
		StreamFailure failure = Texts.fitting(letter.failure());
		return this.jdbc
			.sql("UPDATE " + this.table + " SET PAYLOAD = ?, FAILURE_TYPE = ?, FAILURE_MESSAGE = ?,"
					+ " FAILURE_RECORD_ID = ?, FAILURE_AT = ?, ATTEMPTS = ?, PARKED_AT = ? WHERE LETTER_KEY = ?")
			.param(letter.record().payload())
			.param(failure.type())
			.param(failure.message())
			.param(failure.recordId())
			.param(Times.toDatabase(failure.at()))
			.param(letter.attempts())
			.param(Times.toDatabase(letter.parkedAt()))
			.param(key(letter))
			.update();
	}

	private void insert(DeadLetter letter) {
		RecordStreamId stream = letter.stream();
		StreamFailure failure = Texts.fitting(letter.failure());
		this.jdbc
			.sql("INSERT INTO " + this.table + " (LETTER_KEY, LISTENER_ID, INTEGRATION_ID, CONNECTION_ID, MODEL,"
					+ " VARIANT, RECORD_ID, RECORD_METADATA, PAYLOAD, FAILURE_TYPE, FAILURE_MESSAGE, FAILURE_RECORD_ID,"
					+ " FAILURE_AT, ATTEMPTS, PARKED_AT) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
			.params(key(letter), stream.listenerId(), stream.integrationId(), stream.connectionId(), stream.model())
			.param(stream.variant())
			.param(letter.record().id())
			.param(StoredMetadata.write(letter.record().metadata()))
			.param(letter.record().payload())
			.param(failure.type())
			.param(failure.message())
			.param(failure.recordId())
			.param(Times.toDatabase(failure.at()))
			.param(letter.attempts())
			.param(Times.toDatabase(letter.parkedAt()))
			.update();
	}

	/**
	 * Looks at what is there.
	 * @param listenerId the id of the listener
	 * @param limit how many at most, at least 1
	 * @return the letters, oldest first
	 * @throws StreamStoreException if the database cannot be reached
	 */
	public List<DeadLetter> list(String listenerId, int limit) {
		Arguments.range(limit, 1, Integer.MAX_VALUE, "limit");
		return attempt(() -> this.jdbc
			.sql("SELECT * FROM " + this.table
					+ " WHERE LISTENER_ID = ? ORDER BY PARKED_AT, FAILURE_AT, LETTER_KEY LIMIT ?")
			.params(listenerId, limit)
			.query(DeadLetterRows.MAPPER)
			.list());
	}

	/**
	 * Counts what is there.
	 * @param listenerId the id of the listener
	 * @return the number of letters
	 * @throws StreamStoreException if the database cannot be reached
	 */
	public long count(String listenerId) {
		return attempt(() -> this.jdbc.sql("SELECT COUNT(*) FROM " + this.table + " WHERE LISTENER_ID = ?")
			.param(listenerId)
			.query(Long.class)
			.single());
	}

	/**
	 * Removes a letter, for example when its record was handled in another way. Takes
	 * part in the transaction of the caller, if there is one.
	 * @param letter the letter
	 * @return whether it was there
	 * @throws StreamStoreException if the database cannot be reached
	 */
	public boolean remove(DeadLetter letter) {
		return attempt(() -> this.jdbc.sql("DELETE FROM " + this.table + " WHERE LETTER_KEY = ?")
			.param(key(letter))
			.update()) > 0;
	}

	private static String key(DeadLetter letter) {
		return StreamKeys.of(letter.stream(), letter.record().id(), letter.record().metadata().cursor());
	}

	private static <T> T attempt(Supplier<T> work) {
		try {
			return work.get();
		}
		catch (DataAccessException | TransactionException ex) {
			throw new StreamStoreException("Dead letters could not be read or stored in the database. Is it reachable,"
					+ " and were its tables made by schema-<platform>.sql?", ex);
		}
	}

	/**
	 * Makes a store.
	 */
	public static final class Builder {

		private final DataSource dataSource;

		private final PlatformTransactionManager transactionManager;

		private TableNames tables = new TableNames(TableNames.DEFAULT_PREFIX);

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
		 * Makes the store. The database is not asked for anything yet.
		 * @return the store
		 */
		public JdbcDeadLetters build() {
			return new JdbcDeadLetters(this);
		}

	}

}
