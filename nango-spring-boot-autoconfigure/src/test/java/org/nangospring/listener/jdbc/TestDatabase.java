package org.nangospring.listener.jdbc;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Assumptions;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;

/**
 * A database of a test's own, with the tables made by the script that users get.
 */
public final class TestDatabase implements AutoCloseable {

	private static final String MYSQL = "nango.test.mysql";

	private final String platform;

	private final String url;

	private final HikariDataSource pool;

	private TestDatabase(String platform, String url) throws SQLException {
		this.platform = platform;
		this.url = url;
		this.pool = pool(url, 16);
		run("schema-" + platform + ".sql");
	}

	/**
	 * An empty H2 database in memory.
	 */
	public static TestDatabase h2() throws SQLException {
		return at("h2", "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
	}

	/**
	 * An empty database of the PostgreSQL server that all tests share. The test is
	 * skipped if there is none.
	 */
	public static TestDatabase postgres() throws SQLException {
		return at("postgresql", PostgresServer.newDatabase());
	}

	/**
	 * An empty database of the MySQL or MariaDB server that somebody names, see
	 * {@link MySqlStreamStoreTests}. The test is skipped if nobody does.
	 */
	public static TestDatabase mysql() throws SQLException {
		String url = System.getProperty(MYSQL);
		Assumptions.assumeTrue(url != null, "no MySQL or MariaDB server was named by -D" + MYSQL);
		String name = "test" + UUID.randomUUID().toString().replace("-", "");
		try (Connection connection = DriverManager.getConnection(url.formatted(""));
				Statement statement = connection.createStatement()) {
			statement.execute("CREATE DATABASE " + name);
		}
		return at(url.startsWith("jdbc:mariadb:") ? "mariadb" : "mysql", url.formatted(name));
	}

	public static TestDatabase at(String platform, String url) throws SQLException {
		return new TestDatabase(platform, url);
	}

	/**
	 * A pool of connections, as applications have it.
	 */
	public static HikariDataSource pool(String url, int size) {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(url);
		pool.setMaximumPoolSize(size);
		pool.setMinimumIdle(0);
		return pool;
	}

	public void run(String script) throws SQLException {
		try (Connection connection = this.pool.getConnection()) {
			ScriptUtils.executeSqlScript(connection, new ClassPathResource("org/nangospring/listener/jdbc/" + script));
		}
	}

	public String platform() {
		return this.platform;
	}

	public String url() {
		return this.url;
	}

	public DataSource dataSource() {
		return this.pool;
	}

	public JdbcClient jdbc() {
		return JdbcClient.create(this.pool);
	}

	public JdbcTransactionManager transactions() {
		return new JdbcTransactionManager(this.pool);
	}

	@Override
	public void close() {
		this.pool.close();
	}

}
