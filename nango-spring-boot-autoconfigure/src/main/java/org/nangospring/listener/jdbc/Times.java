package org.nangospring.listener.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.Contract;

/**
 * Times in the database: in UTC, without a zone, so that neither the zone of a server nor
 * of a session has a part in them.
 */
final class Times {

	private Times() {
	}

	@Contract("!null -> !null")
	static @Nullable LocalDateTime toDatabase(@Nullable Instant time) {
		// databases would round, which may lead into the future
		return (time != null) ? LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC) : null;
	}

	static @Nullable Instant find(ResultSet row, String column) throws SQLException {
		LocalDateTime time = row.getObject(column, LocalDateTime.class);
		return (time != null) ? time.toInstant(ZoneOffset.UTC) : null;
	}

	static Instant get(ResultSet row, String column) throws SQLException {
		Instant time = find(row, column);
		if (time == null) {
			throw new SQLException("The column " + column + " must not be null");
		}
		return time;
	}

}
