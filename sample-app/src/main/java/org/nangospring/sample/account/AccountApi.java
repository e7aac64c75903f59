package org.nangospring.sample.account;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The accounts of the user as JSON.
 */
@RestController
class AccountApi {

	private final AccountService accounts;

	private final ConnectService connect;

	AccountApi(AccountService accounts, ConnectService connect) {
		this.accounts = accounts;
		this.connect = connect;
	}

	@GetMapping("/api/accounts")
	List<ConnectedAccount> list() {
		return this.accounts.ofUser();
	}

	/**
	 * Begins a session in which the user gives consent again. Whoever opens the link of
	 * the answer is taken for the user.
	 */
	@PostMapping("/api/accounts/{integrationId}/{connectionId}/reconnect")
	Map<String, URI> reconnect(@PathVariable String integrationId, @PathVariable String connectionId) {
		return Map.of("link", this.connect.reconnect(integrationId, connectionId));
	}

}
