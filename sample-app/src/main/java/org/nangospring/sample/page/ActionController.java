package org.nangospring.sample.page;

import jakarta.servlet.http.HttpServletRequest;
import org.nangospring.sample.action.ActionOutput;
import org.nangospring.sample.action.ActionService;
import org.nangospring.sample.web.JsonText;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The tile that runs an action of a connection.
 */
@Controller
@RequestMapping("/connections/{integration}/{connection}/actions")
class ActionController {

	private final ActionTile tile;

	private final ActionService actions;

	private final JsonText json;

	ActionController(ActionTile tile, ActionService actions, JsonText json) {
		this.tile = tile;
		this.actions = actions;
		this.json = json;
	}

	@GetMapping
	String show(@PathVariable String integration, @PathVariable String connection, ActionForm form, Model model) {
		return this.tile.fill(new ConnectionRef(integration, connection), form, model);
	}

	@PostMapping
	String run(@PathVariable String integration, @PathVariable String connection, ActionForm form, Model model,
			HttpServletRequest request, RedirectAttributes redirect) {
		ConnectionRef ref = new ConnectionRef(integration, connection);
		Outcome outcome = Outcome.of(ActionTile.NAME, () -> {
			ActionOutput output = this.actions.run(integration, connection, form.action(),
					this.json.read(form.input()));
			return Outcome.done(ActionTile.NAME, output.action() + " has run and returned",
					this.json.write(output.output()));
		});
		return new Form(request, model, redirect).keep(ActionTile.FORM, form)
			.answer(outcome, ref.view(ActionTile.NAME), () -> this.tile.fill(ref, null, model));
	}

}
