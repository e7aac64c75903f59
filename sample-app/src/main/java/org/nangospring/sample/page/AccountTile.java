package org.nangospring.sample.page;

import java.util.List;

import org.nangospring.sample.account.AccountService;
import org.nangospring.sample.account.ConnectedAccount;
import org.nangospring.sample.account.SampleUser;
import org.nangospring.sample.connection.Catalogue;
import org.nangospring.sample.connection.ConnectionView;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The user's accounts, by provider.
 */
@Component
class AccountTile {

	private final SampleUser user;

	private final Catalogue catalogue;

	private final AccountService accounts;

	AccountTile(SampleUser user, Catalogue catalogue, AccountService accounts) {
		this.user = user;
		this.catalogue = catalogue;
		this.accounts = accounts;
	}

	String fill(Model model) {
		model.addAttribute("user", this.user);
		model.addAttribute("providers", Part.of(() -> this.catalogue.entries().stream().map(this::provider).toList()));
		return "parts/accounts :: content";
	}

	private AccountsView provider(Catalogue.Entry entry) {
		List<AccountsView.Row> rows = this.accounts.ofUser(entry.integration().integrationId())
			.stream()
			.map((account) -> new AccountsView.Row(account, errors(account, entry.connections())))
			.toList();
		return new AccountsView(entry.integration(), rows);
	}

	private static List<String> errors(ConnectedAccount account, List<ConnectionView> connections) {
		return connections.stream()
			.filter((connection) -> connection.connectionId().equals(account.connectionId()))
			.flatMap((connection) -> connection.errors().stream())
			.toList();
	}

}
