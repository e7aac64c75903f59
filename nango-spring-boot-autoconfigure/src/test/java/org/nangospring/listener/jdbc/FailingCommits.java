package org.nangospring.listener.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database whose next commit fails when a test says so.
 */
final class FailingCommits extends DelegatingDataSource {

	private volatile @Nullable SQLException failure;

	private volatile boolean carriedOut;

	FailingCommits(DataSource database) {
		super(database);
	}

	/**
	 * A pool of its connections, which throws those away that say they are broken.
	 */
	HikariDataSource pool() {
		HikariDataSource pool = new HikariDataSource();
		pool.setDataSource(this);
		pool.setMaximumPoolSize(16);
		pool.setMinimumIdle(0);
		return pool;
	}

	/**
	 * Lets the next commit fail.
	 * @param commitFailure what it throws
	 * @param andCarryItOut whether it is carried out before that, so that only the answer
	 * is lost
	 */
	void failNext(SQLException commitFailure, boolean andCarryItOut) {
		this.carriedOut = andCarryItOut;
		this.failure = commitFailure;
	}

	@Override
	public Connection getConnection() throws SQLException {
		Connection connection = super.getConnection();
		return (Connection) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Connection.class },
				(proxy, method, arguments) -> {
					if (method.getName().equals("commit")) {
						failIfDue(connection);
					}
					try {
						return method.invoke(connection, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

	/** A database that refuses a commit has rolled back. */
	private void failIfDue(Connection connection) throws SQLException {
		SQLException due = this.failure;
		if (due == null) {
			return;
		}
		this.failure = null;
		if (this.carriedOut) {
			connection.commit();
		}
		else {
			connection.rollback();
		}
		throw due;
	}

}
