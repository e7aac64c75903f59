package org.nangospring.sample.page;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.action.ActionOutput;
import org.nangospring.sample.action.ActionService;
import org.nangospring.sample.connection.ConnectionService;
import org.nangospring.sample.proxy.ProxyInput;
import org.nangospring.sample.proxy.ProxyOutput;
import org.nangospring.sample.proxy.ProxyService;
import org.nangospring.sample.sync.SyncCommand;
import org.nangospring.sample.sync.SyncService;
import org.nangospring.sample.web.JsonText;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The forms of the page. Each is answered with a redirect back to the page, so that
 * reloading it repeats nothing; what came of the form travels in a flash attribute.
 */
@Controller
class FormController {

	static final String ACTION_FORM = "actionForm";

	static final String PROXY_FORM = "proxyForm";

	private final ConnectionService connections;

	private final SyncService syncs;

	private final ActionService actions;

	private final ProxyService proxy;

	private final JsonText json;

	FormController(ConnectionService connections, SyncService syncs, ActionService actions, ProxyService proxy,
			JsonText json) {
		this.connections = connections;
		this.syncs = syncs;
		this.actions = actions;
		this.proxy = proxy;
		this.json = json;
	}

	@PostMapping("/connections")
	String connect(@RequestParam String integration, @RequestParam String connection, RedirectAttributes redirect) {
		Outcome outcome = Outcome.of("webhooks", () -> Outcome.done("webhooks",
				"Connected " + this.connections.connect(integration) + ". A webhook tells the same.", null));
		return back(integration, connection, null, outcome, redirect);
	}

	@PostMapping("/syncs")
	String sync(@RequestParam String integration, @RequestParam String connection,
			@RequestParam(required = false) @Nullable String model, @RequestParam String sync,
			@RequestParam SyncCommand command, RedirectAttributes redirect) {
		Outcome outcome = Outcome.of("syncs", () -> {
			this.syncs.run(integration, connection, sync, command);
			return Outcome.done("syncs", sync + " was " + command.done() + ".", null);
		});
		return back(integration, connection, model, outcome, redirect);
	}

	@PostMapping("/actions")
	String action(@RequestParam String integration, @RequestParam String connection,
			@RequestParam(required = false) @Nullable String model, ActionForm form, RedirectAttributes redirect) {
		redirect.addFlashAttribute(ACTION_FORM, form);
		Outcome outcome = Outcome.of("actions", () -> {
			ActionOutput output = this.actions.run(integration, connection, form.action(),
					this.json.read(form.input()));
			return Outcome.done("actions", output.action() + " has run and returned", this.json.write(output.output()));
		});
		return back(integration, connection, model, outcome, redirect);
	}

	@PostMapping("/proxy")
	String proxy(@RequestParam String integration, @RequestParam String connection,
			@RequestParam(required = false) @Nullable String model, ProxyForm form, RedirectAttributes redirect) {
		redirect.addFlashAttribute(PROXY_FORM, form);
		Outcome outcome = Outcome.of("proxy", () -> {
			ProxyOutput output = this.proxy.call(integration, connection,
					new ProxyInput(form.method(), form.endpoint(), this.json.read(form.body())));
			return Outcome.done("proxy", "The provider answered " + output.status(), this.json.show(output.body()));
		});
		return back(integration, connection, model, outcome, redirect);
	}

	private static String back(String integration, String connection, @Nullable String model, Outcome outcome,
			RedirectAttributes redirect) {
		redirect.addAttribute("integration", integration);
		redirect.addAttribute("connection", connection);
		if (model != null) {
			redirect.addAttribute("model", model);
		}
		redirect.addFlashAttribute("outcome", outcome);
		return "redirect:/#" + outcome.section();
	}

}
