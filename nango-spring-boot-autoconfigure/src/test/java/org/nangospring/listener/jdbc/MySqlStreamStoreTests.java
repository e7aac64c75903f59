package org.nangospring.listener.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Runs where somebody has a MySQL or MariaDB server, with
 * {@code -Dnango.test.mysql="jdbc:mariadb://localhost:3306/%s?user=root"}.
 */
@EnabledIfSystemProperty(named = MySqlStreamStoreTests.URL, matches = ".+",
		disabledReason = "no MySQL or MariaDB server was named by -Dnango.test.mysql")
class MySqlStreamStoreTests extends JdbcStreamStoreContract {

	static final String URL = "nango.test.mysql";

	@Override
	TestDatabase database() throws SQLException {
		String url = System.getProperty(URL);
		String name = "test" + UUID.randomUUID().toString().replace("-", "");
		try (Connection connection = DriverManager.getConnection(url.formatted(""));
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		return TestDatabase.at(url.startsWith("jdbc:mariadb:") ? "mariadb" : "mysql", url.formatted(name));
	}

}
