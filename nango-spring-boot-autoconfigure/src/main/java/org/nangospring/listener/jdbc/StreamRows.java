package org.nangospring.listener.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;
import org.nangospring.listener.RecordStreamId;
import org.nangospring.listener.StreamFailure;
import org.nangospring.listener.StreamPosition;
import org.nangospring.listener.StreamState;

import org.springframework.jdbc.core.RowMapper;

/**
 * Reads rows.
 */
final class StreamRows {

	static final RowMapper<StreamTable.Row> MAPPER = (row, number) -> new StreamTable.Row(position(row),
			row.getLong("VERSION"));

	private StreamRows() {
	}

	private static StreamPosition position(ResultSet row) throws SQLException {
		return StreamPosition.builder(stream(row), Times.get(row, "CREATED_AT"))
			.cursor(row.getString("STREAM_CURSOR"))
			.state(StreamState.valueOf(row.getString("STATE")))
			.failure(failure(row))
			.records(row.getLong("RECORDS"))
			.caughtUp(row.getBoolean("CAUGHT_UP"))
			.caughtUpAt(Times.find(row, "CAUGHT_UP_AT"))
			.newestChange(Times.find(row, "NEWEST_CHANGE"))
			.updatedAt(Times.get(row, "UPDATED_AT"))
			.build();
	}

	static RecordStreamId stream(ResultSet row) throws SQLException {
		return new RecordStreamId(row.getString("LISTENER_ID"), row.getString("INTEGRATION_ID"),
				row.getString("CONNECTION_ID"), row.getString("MODEL"), row.getString("VARIANT"));
	}

	static @Nullable StreamFailure failure(ResultSet row) throws SQLException {
		String type = row.getString("FAILURE_TYPE");
		return (type != null) ? new StreamFailure(type, row.getString("FAILURE_MESSAGE"),
				row.getString("FAILURE_RECORD_ID"), Times.get(row, "FAILURE_AT")) : null;
	}

}
