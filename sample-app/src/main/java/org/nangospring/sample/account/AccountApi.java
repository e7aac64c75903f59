package org.nangospring.sample.account;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The accounts of the user as JSON.
 */
@RestController
class AccountApi {

	private final AccountService accounts;

	AccountApi(AccountService accounts) {
		this.accounts = accounts;
	}

	@GetMapping("/api/accounts")
	List<ConnectedAccount> list() {
		return this.accounts.ofUser();
	}

}
