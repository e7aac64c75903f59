package org.nangospring.sample.page;

import jakarta.servlet.http.HttpServletRequest;
import org.nangospring.sample.proxy.ProxyInput;
import org.nangospring.sample.proxy.ProxyOutput;
import org.nangospring.sample.proxy.ProxyService;
import org.nangospring.sample.web.JsonText;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The tile that calls the provider of a connection.
 */
@Controller
@RequestMapping("/connections/{integration}/{connection}/proxy")
class ProxyController {

	private final ProxyTile tile;

	private final ProxyService proxy;

	private final JsonText json;

	ProxyController(ProxyTile tile, ProxyService proxy, JsonText json) {
		this.tile = tile;
		this.proxy = proxy;
		this.json = json;
	}

	@GetMapping
	String show(@PathVariable String integration, @PathVariable String connection, Model model) {
		return this.tile.fill(new ConnectionRef(integration, connection), model);
	}

	@PostMapping
	String call(@PathVariable String integration, @PathVariable String connection, ProxyForm form, Model model,
			HttpServletRequest request, RedirectAttributes redirect) {
		ConnectionRef ref = new ConnectionRef(integration, connection);
		Outcome outcome = Outcome.of(ProxyTile.NAME, () -> {
			ProxyOutput output = this.proxy.call(integration, connection,
					new ProxyInput(form.method(), form.endpoint(), this.json.read(form.body())));
			return Outcome
				.done(ProxyTile.NAME, "The provider answered " + output.status(), this.json.show(output.body()))
				.with(output.headers());
		});
		return new Form(request, model, redirect).keep(ProxyTile.FORM, form)
			.answer(outcome, ref.view(ProxyTile.NAME), () -> this.tile.fill(ref, model));
	}

}
