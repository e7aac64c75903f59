package org.nangospring.listener.jdbc;

import java.sql.SQLException;

/**
 * Runs where somebody has a MySQL or MariaDB server, with
 * {@code -Dnango.test.mysql="jdbc:mariadb://localhost:3306/%s?user=root"}.
 */
class MySqlStreamStoreTests extends JdbcStreamStoreContract {

	@Override
	TestDatabase database() throws SQLException {
		return TestDatabase.mysql();
	}

}
