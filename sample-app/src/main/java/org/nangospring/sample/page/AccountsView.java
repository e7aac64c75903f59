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
record AccountsView(IntegrationView integration, List<ConnectedAccount> accounts) {

}
