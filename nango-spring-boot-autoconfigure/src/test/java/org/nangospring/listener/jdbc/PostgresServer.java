package org.nangospring.listener.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A PostgreSQL server for all tests of this run: the binaries are Maven artifacts. Where
 * they do not run, tests are skipped and say so, unless the environment says CI: there
 * they fail. {@code -Dnango.test.postgres="jdbc:postgresql://localhost/%s?user=postgres"}
 * names a server that is there already.
 */
final class PostgresServer {

	private static @Nullable EmbeddedPostgres server;

	private static @Nullable Throwable failure;

	private PostgresServer() {
	}

	static String newDatabase() throws SQLException {
		String given = System.getProperty("nango.test.postgres");
		String url = (given != null) ? given : embedded();
		String name = "test" + UUID.randomUUID().toString().replace("-", "");
		try (Connection connection = DriverManager.getConnection(url.formatted("postgres"));
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		return url.formatted(name);
	}

	private static synchronized String embedded() {
		if (server == null && failure == null) {
			try {
				// it stops with this JVM
				server = EmbeddedPostgres.builder().setServerConfig("max_connections", "200").start();
			}
			catch (Exception | LinkageError ex) {
				failure = ex;
			}
		}
		if (server == null) {
			if (System.getenv("CI") != null) {
				throw new IllegalStateException("PostgreSQL does not start, and tests in CI must not do without",
						failure);
			}
			Assumptions.abort("No tests with PostgreSQL, because it does not start here: " + failure);
		}
		return "jdbc:postgresql://localhost:" + server.getPort() + "/%s?user=postgres";
	}

}
