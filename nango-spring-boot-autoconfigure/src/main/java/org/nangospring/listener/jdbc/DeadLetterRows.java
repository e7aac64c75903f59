package org.nangospring.listener.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.nangospring.listener.DeadLetter;
import org.nangospring.listener.FailedRecord;
import org.nangospring.listener.StreamFailure;

import org.springframework.jdbc.core.RowMapper;

/**
 * Reads dead letters.
 */
final class DeadLetterRows {

	static final RowMapper<DeadLetter> MAPPER = (row, number) -> letter(row);

	private DeadLetterRows() {
	}

	private static DeadLetter letter(ResultSet row) throws SQLException {
		StreamFailure failure = StreamRows.failure(row);
		if (failure == null) {
			throw new SQLException("The column FAILURE_TYPE must not be null");
		}
		return new DeadLetter(
				StreamRows.stream(row), new FailedRecord(row.getString("RECORD_ID"),
						StoredMetadata.read(row.getString("RECORD_METADATA")), row.getString("PAYLOAD")),
				failure, row.getInt("ATTEMPTS"), Times.get(row, "PARKED_AT"));
	}

}
