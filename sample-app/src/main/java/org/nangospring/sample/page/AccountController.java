package org.nangospring.sample.page;

import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.servlet.http.HttpServletRequest;
import org.nangospring.sample.account.ConnectService;

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

	private final AccountTile tile;

	private final ConnectService connect;

	AccountController(AccountTile tile, ConnectService connect) {
		this.tile = tile;
		this.connect = connect;
	}

	@GetMapping("/accounts")
	String show(Model model) {
		this.tile.fill(model);
		return "views/accounts";
	}

	@GetMapping(path = "/accounts", headers = "HX-Target=accounts")
	String tile(Model model) {
		return this.tile.fill(model);
	}

	/**
	 * Leads to where the user connects the account: Nango's Connect UI.
	 */
	@PostMapping("/accounts")
	String connect(@RequestParam String integration, RedirectAttributes redirect) {
		return leave(() -> this.connect.begin(integration), redirect);
	}

	/**
	 * Leads to where the user gives consent to an account again.
	 */
	@PostMapping("/accounts/reconnect")
	String reconnect(@RequestParam String integration, @RequestParam String connection, RedirectAttributes redirect) {
		return leave(() -> this.connect.reconnect(integration, connection), redirect);
	}

	@PostMapping("/accounts/disconnect")
	String disconnect(@RequestParam String integration, @RequestParam String connection, Model model,
			HttpServletRequest request, RedirectAttributes redirect) {
		Outcome outcome = Outcome.of(SECTION, () -> {
			this.connect.disconnect(integration, connection);
			return Outcome.done(SECTION,
					"Disconnected " + connection + " of " + integration + ". Its data were deleted.", null);
		});
		return new Form(request, model, redirect).answer(outcome, "/accounts", () -> this.tile.fill(model));
	}

	private static String leave(Supplier<URI> session, RedirectAttributes redirect) {
		AtomicReference<URI> link = new AtomicReference<>();
		Outcome outcome = Outcome.of(SECTION, () -> {
			link.set(session.get());
			return Outcome.done(SECTION, "Go on there.", null);
		});
		if (outcome.failure() == null) {
			return "redirect:" + link.get();
		}
		redirect.addFlashAttribute(Form.OUTCOME, outcome);
		return "redirect:/accounts";
	}

}
