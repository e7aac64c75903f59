package org.nangospring.listener.jdbc;

import java.util.List;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamFailure;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamState;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/**
 * The table of streams: statements, and nothing else.
 */
final class StreamTable {

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final String table;

	private volatile @Nullable DatabaseDialect dialect;

	StreamTable(DataSource dataSource, TableNames tables) {
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
		this.table = tables.stream();
	}

	/** Asked for late, so that an application starts while its database is away. */
	private DatabaseDialect dialect() {
		DatabaseDialect known = this.dialect;
		if (known == null) {
			try {
				known = JdbcUtils.extractDatabaseMetaData(this.dataSource, DatabaseDialect::of);
			}
			catch (MetaDataAccessException ex) {
				throw new DataAccessResourceFailureException("The database does not tell what it is", ex);
			}
			this.dialect = known;
		}
		return known;
	}

	/**
	 * Whether statements are part of a transaction here, instead of being committed one
	 * by one.
	 */
	boolean isInTransaction() {
		ConnectionCallback<Boolean> question = (connection) -> !connection.getAutoCommit();
		return Boolean.TRUE.equals(new JdbcTemplate(this.dataSource).execute(question));
	}

	/**
	 * Locks a stream that nobody works on.
	 * @return the row, or null when there is none, or somebody has it
	 */
	@Nullable Row lockFree(RecordStreamId stream) {
		return this.jdbc
			.sql("SELECT * FROM " + this.table + " WHERE STREAM_KEY = ? AND (LEASE_TOKEN IS NULL OR LEASE_UNTIL <= "
					+ dialect().currentMillis() + ")" + dialect().forUpdate())
			.param(StreamKeys.of(stream))
			.query(StreamRows.MAPPER)
			.optional()
			.orElse(null);
	}

	void lease(RecordStreamId stream, String owner, String token, long millis) {
		this.jdbc
			.sql("UPDATE " + this.table + " SET LEASE_OWNER = ?, LEASE_TOKEN = ?, LEASE_UNTIL = "
					+ dialect().currentMillis() + " + ? WHERE STREAM_KEY = ?")
			.params(owner, token, millis, StreamKeys.of(stream))
			.update();
	}

	void insert(Row row, String owner, String token, long millis) {
		RecordStreamId stream = row.position().stream();
		this.jdbc
			.sql("INSERT INTO " + this.table + " (STREAM_KEY, LISTENER_ID, INTEGRATION_ID, CONNECTION_ID, MODEL,"
					+ " VARIANT, VERSION, STATE, RECORDS, CAUGHT_UP, CREATED_AT, UPDATED_AT, LEASE_OWNER, LEASE_TOKEN,"
					+ " LEASE_UNTIL) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, " + dialect().currentMillis()
					+ " + ?)")
			.params(StreamKeys.of(stream), stream.listenerId(), stream.integrationId(), stream.connectionId(),
					stream.model())
			.param(stream.variant())
			.params(row.version(), row.position().state().name(), row.position().records(), row.position().isCaughtUp(),
					Times.toDatabase(row.position().createdAt()), Times.toDatabase(row.position().updatedAt()), owner,
					token, millis)
			.update();
	}

	@Nullable Row find(RecordStreamId stream) {
		return this.jdbc.sql("SELECT * FROM " + this.table + " WHERE STREAM_KEY = ?")
			.param(StreamKeys.of(stream))
			.query(StreamRows.MAPPER)
			.optional()
			.orElse(null);
	}

	List<StreamPosition> list(String listenerId) {
		return this.jdbc.sql("SELECT * FROM " + this.table + " WHERE LISTENER_ID = ?")
			.param(listenerId)
			.query(StreamRows.MAPPER)
			.list()
			.stream()
			.map(Row::position)
			.toList();
	}

	List<RecordStreamId> unfinished(String listenerId) {
		return this.jdbc.sql("SELECT * FROM " + this.table + " WHERE LISTENER_ID = ? AND STATE = ?"
		// a token that is still there was not given back
				+ " AND (CAUGHT_UP = ? OR LEASE_TOKEN IS NOT NULL)" + " AND (LEASE_TOKEN IS NULL OR LEASE_UNTIL <= "
				+ dialect().currentMillis() + ")")
			.params(listenerId, StreamState.ACTIVE.name(), false)
			.query(StreamRows.MAPPER)
			.list()
			.stream()
			.map((row) -> row.position().stream())
			.toList();
	}

	/**
	 * Replaces a position whoever works on the stream.
	 * @return whether nobody else has changed it since the row was read
	 */
	boolean change(Row row, StreamPosition changed) {
		return update(changed, "", " AND VERSION = ?", row.version()) == 1;
	}

	/**
	 * Replaces a position if the lease still holds, and makes it last longer.
	 * @return whether it holds, and nobody else has changed the position
	 */
	boolean save(Row row, StreamPosition next, String token, long millis) {
		// H2 tells the time at which the transaction began, and the lease was renewed
		// since
		return update(next, ", LEASE_UNTIL = GREATEST(LEASE_UNTIL, " + dialect().currentMillis() + " + " + millis + ")",
				" AND VERSION = ? AND LEASE_TOKEN = ?", row.version(), token) == 1;
	}

	private int update(StreamPosition next, String more, String condition, Object... values) {
		StreamFailure failure = (next.failure() != null) ? Texts.fitting(next.failure()) : null;
		return this.jdbc
			.sql("UPDATE " + this.table + " SET VERSION = VERSION + 1, STREAM_CURSOR = ?, STATE = ?, RECORDS = ?,"
					+ " CAUGHT_UP = ?, CAUGHT_UP_AT = ?, NEWEST_CHANGE = ?, UPDATED_AT = ?, FAILURE_TYPE = ?,"
					+ " FAILURE_MESSAGE = ?, FAILURE_RECORD_ID = ?, FAILURE_AT = ?" + more + " WHERE STREAM_KEY = ?"
					+ condition)
			.param(next.cursor())
			.param(next.state().name())
			.param(next.records())
			.param(next.isCaughtUp())
			.param(Times.toDatabase(next.caughtUpAt()))
			.param(Times.toDatabase(next.newestChange()))
			.param(Times.toDatabase(next.updatedAt()))
			.param((failure != null) ? failure.type() : null)
			.param((failure != null) ? failure.message() : null)
			.param((failure != null) ? failure.recordId() : null)
			.param((failure != null) ? Times.toDatabase(failure.at()) : null)
			.param(StreamKeys.of(next.stream()))
			.params(values)
			.update();
	}

	/**
	 * Makes a lease last longer, without waiting for somebody who has the row locked.
	 * @return false when somebody else has the stream
	 */
	boolean renew(RecordStreamId stream, String token, long millis) {
		String key = StreamKeys.of(stream);
		boolean locked = this.jdbc
			.sql("SELECT STREAM_KEY FROM " + this.table + " WHERE STREAM_KEY = ? AND LEASE_TOKEN = ?"
					+ dialect().forUpdate())
			.params(key, token)
			.query(String.class)
			.optional()
			.isPresent();
		if (locked) {
			this.jdbc
				.sql("UPDATE " + this.table + " SET LEASE_UNTIL = " + dialect().currentMillis()
						+ " + ? WHERE STREAM_KEY = ?")
				.params(millis, key)
				.update();
			return true;
		}
		// a delivery that is about to end has it locked, and makes the lease last longer
		return this.jdbc.sql("SELECT COUNT(*) FROM " + this.table + " WHERE STREAM_KEY = ? AND LEASE_TOKEN = ?")
			.params(key, token)
			.query(Long.class)
			.single() == 1;
	}

	int release(RecordStreamId stream, String token) {
		return this.jdbc
			.sql("UPDATE " + this.table + " SET LEASE_OWNER = NULL, LEASE_TOKEN = NULL, LEASE_UNTIL = 0"
					+ " WHERE STREAM_KEY = ? AND LEASE_TOKEN = ?")
			.params(StreamKeys.of(stream), token)
			.update();
	}

	int delete(RecordStreamId stream) {
		return this.jdbc.sql("DELETE FROM " + this.table + " WHERE STREAM_KEY = ?")
			.param(StreamKeys.of(stream))
			.update();
	}

	/**
	 * A row.
	 *
	 * @param position the position
	 * @param version how often it was replaced
	 */
	record Row(StreamPosition position, long version) {

		Row next(StreamPosition next) {
			return new Row(next, this.version + 1);
		}

	}

}
