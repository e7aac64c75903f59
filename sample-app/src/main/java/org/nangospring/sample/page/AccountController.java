package org.nangospring.sample.page;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
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
 * The view in which the user connects and disconnects accounts.
 */
@Controller
class AccountController {

	private static final String SECTION = "accounts";

	private final SampleUser user;

	private final IntegrationService integrations;

	private final AccountService accounts;

	private final ConnectService connect;

	AccountController(SampleUser user, IntegrationService integrations, AccountService accounts,
			ConnectService connect) {
		this.user = user;
		this.integrations = integrations;
		this.accounts = accounts;
		this.connect = connect;
	}

	@GetMapping("/accounts")
	String show(Model model) {
		fill(model);
		return "views/accounts";
	}

	@GetMapping(path = "/accounts", headers = "HX-Target=accounts")
	String tile(Model model) {
		return fill(model);
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
		if (outcome.failure() == null) {
			return "redirect:" + link[0];
		}
		redirect.addFlashAttribute(Form.OUTCOME, outcome);
		return "redirect:/accounts";
	}

	@PostMapping("/accounts/disconnect")
	String disconnect(@RequestParam String integration, @RequestParam String connection, Model model,
			HttpServletRequest request, RedirectAttributes redirect) {
		Outcome outcome = Outcome.of(SECTION, () -> {
			this.connect.disconnect(integration, connection);
			return Outcome.done(SECTION,
					"Disconnected " + connection + " of " + integration + ". Its data were deleted.", null);
		});
		return new Form(request, model, redirect).answer(outcome, "/accounts", () -> fill(model));
	}

	private String fill(Model model) {
		Part<List<AccountsView>> providers = Part.of(() -> this.integrations.list()
			.stream()
			.map((integration) -> new AccountsView(integration, this.accounts.ofUser(integration.integrationId())))
			.toList());
		model.addAttribute("user", this.user);
		model.addAttribute("providers", providers);
		return "parts/accounts :: content";
	}

}
