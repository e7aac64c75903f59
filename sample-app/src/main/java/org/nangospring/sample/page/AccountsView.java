package org.nangospring.sample.page;

import java.util.List;

import org.nangospring.sample.account.ConnectedAccount;
import org.nangospring.sample.integration.IntegrationView;

/**
 * A provider with the user's accounts at it.
 *
 * @param integration the integration
 * @param accounts the accounts; empty when none is connected
 */
record AccountsView(IntegrationView integration, List<Row> accounts) {

	/**
	 * Whether an account is connected that works.
	 * @return whether one is
	 */
	public boolean working() {
		return this.accounts.stream().anyMatch((row) -> row.errors().isEmpty());
	}

	/**
	 * An account.
	 *
	 * @param account the account
	 * @param errors what is wrong with it; empty when all is well
	 */
	record Row(ConnectedAccount account, List<String> errors) {

	}

}
