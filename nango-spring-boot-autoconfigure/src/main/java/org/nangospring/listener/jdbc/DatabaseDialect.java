package org.nangospring.listener.jdbc;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What databases say differently.
 *
 * @param currentMillis the time of the database, in milliseconds since 1970
 * @param skipsLocked whether rows that somebody else has locked can be left out instead
 * of waiting for them
 */
record DatabaseDialect(String currentMillis, boolean skipsLocked) {

	private static final String MYSQL_MILLIS = "CAST(UNIX_TIMESTAMP(NOW(3)) * 1000 AS SIGNED)";

	/**
	 * Finds out.
	 * @param database what the driver tells of the database
	 * @return the dialect
	 * @throws IllegalStateException if the database is none of those that are supported
	 */
	static DatabaseDialect of(DatabaseMetaData database) throws SQLException {
		String product = database.getDatabaseProductName().toLowerCase(Locale.ROOT);
		String version = database.getDatabaseProductVersion().toLowerCase(Locale.ROOT);
		int major = database.getDatabaseMajorVersion();
		int minor = database.getDatabaseMinorVersion();
		if (product.equals("h2")) {
			return new DatabaseDialect("CAST(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000 AS BIGINT)",
					atLeast(major, minor, 2, 2));
		}
		if (product.equals("postgresql")) {
			return new DatabaseDialect("CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)", true);
		}
		if (product.equals("mariadb") || version.contains("mariadb")) {
			return new DatabaseDialect(MYSQL_MILLIS, atLeast(major, minor, 10, 6));
		}
		if (product.equals("mysql")) {
			return new DatabaseDialect(MYSQL_MILLIS, atLeast(major, minor, 8, 0));
		}
		throw new IllegalStateException("The database \"" + database.getDatabaseProductName()
				+ "\" is not one of H2, PostgreSQL, MySQL and MariaDB. Declare a StreamStore of your own for it.");
	}

	private static boolean atLeast(int major, int minor, int neededMajor, int neededMinor) {
		return major > neededMajor || (major == neededMajor && minor >= neededMinor);
	}

	String forUpdate() {
		return this.skipsLocked ? " FOR UPDATE SKIP LOCKED" : " FOR UPDATE";
	}

}
