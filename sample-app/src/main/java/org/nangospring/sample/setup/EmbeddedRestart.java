package org.nangospring.sample.setup;

import java.util.List;

import org.nangospring.sample.account.AccountService;
import org.nangospring.sample.nango.EmbeddedNango;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Conditional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The Nango inside the application forgets everything when it stops, the database does
 * not. So it gets back the connections that users have made, and the listeners read its
 * records from the beginning. This happens before they start.
 */
@Component
@Conditional(MissingKeyCondition.class)
@DependsOnDatabaseInitialization
class EmbeddedRestart implements InitializingBean {

	private static final List<String> TABLES = List.of("nango_stream", "nango_dead_letter", "person", "shared_file");

	private final EmbeddedNango nango;

	private final AccountService accounts;

	private final JdbcClient database;

	EmbeddedRestart(EmbeddedNango nango, AccountService accounts, JdbcClient database) {
		this.nango = nango;
		this.accounts = accounts;
		this.database = database;
	}

	@Override
	public void afterPropertiesSet() {
		TABLES.forEach((table) -> this.database.sql("DELETE FROM " + table).update());
		this.accounts.all()
			.forEach((account) -> this.nango.restore(account.integrationId(), account.connectionId(), account.tags()));
	}

}
