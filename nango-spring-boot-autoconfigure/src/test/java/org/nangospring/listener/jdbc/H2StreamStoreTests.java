package org.nangospring.listener.jdbc;

import java.sql.SQLException;

class H2StreamStoreTests extends JdbcStreamStoreContract {

	@Override
	TestDatabase database() throws SQLException {
		return TestDatabase.h2();
	}

}
