package org.nangospring.sample.page;

import java.util.List;

import org.nangospring.sample.account.AccountService;
import org.nangospring.sample.account.ConnectService;
import org.nangospring.sample.account.SampleUser;
import org.nangospring.sample.integration.IntegrationService;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The page on which the user connects and disconnects accounts.
 */
@Controller
class AccountController {

	private static final String SECTION = "accounts";

	private final Site site;

	private final SampleUser user;

	private final IntegrationService integrations;

	private final AccountService accounts;

	private final ConnectService connect;

	AccountController(Site site, SampleUser user, IntegrationService integrations, AccountService accounts,
			ConnectService connect) {
		this.site = site;
		this.user = user;
		this.integrations = integrations;
		this.accounts = accounts;
		this.connect = connect;
	}

	@GetMapping("/accounts")
	String show(Model model) {
		Part<List<AccountsView>> providers = Part.of(() -> this.integrations.list()
			.stream()
			.map((integration) -> new AccountsView(integration, this.accounts.ofUser(integration.integrationId())))
			.toList());
		model.addAttribute("user", this.user);
		model.addAttribute("providers", providers);
		model.addAttribute("page", this.site.view());
		return SECTION;
	}

	/**
	 * Leads to where the user connects the account: Nango's Connect UI.
	 */
	@PostMapping("/accounts")
	String connect(@RequestParam String integration, RedirectAttributes redirect) {
		String[] link = new String[1];
		Outcome outcome = Outcome.of(SECTION, () -> {
			link[0] = this.connect.begin(integration).toString();
			return Outcome.done(SECTION, "Go on at " + integration + ".", null);
		});
		return (outcome.failure() == null) ? "redirect:" + link[0] : back(outcome, redirect);
	}

	/**
	 * Leads to where the user gives consent to an account again.
	 */
	@PostMapping("/accounts/reconnect")
	String reconnect(@RequestParam String integration, @RequestParam String connection, RedirectAttributes redirect) {
		String[] link = new String[1];
		Outcome outcome = Outcome.of(SECTION, () -> {
			link[0] = this.connect.reconnect(integration, connection).toString();
			return Outcome.done(SECTION, "Go on at " + integration + ".", null);
		});
		return (outcome.failure() == null) ? "redirect:" + link[0] : back(outcome, redirect);
	}

	@PostMapping("/accounts/disconnect")
	String disconnect(@RequestParam String integration, @RequestParam String connection, RedirectAttributes redirect) {
		return back(Outcome.of(SECTION, () -> {
			this.connect.disconnect(integration, connection);
			return Outcome.done(SECTION,
					"Disconnected " + connection + " of " + integration + ". Its data were deleted.", null);
		}), redirect);
	}

	private static String back(Outcome outcome, RedirectAttributes redirect) {
		redirect.addFlashAttribute("outcome", outcome);
		return "redirect:/accounts";
	}

}
