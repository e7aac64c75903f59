package org.nangospring.sample.page;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.function.DeployedFunctions;
import org.nangospring.sample.function.FunctionService;
import org.nangospring.sample.web.JsonText;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The form that runs an action of a connection.
 */
@Component
class ActionTile {

	static final String NAME = "actions";

	static final String FORM = "actionForm";

	private final FunctionService functions;

	private final JsonText json;

	ActionTile(FunctionService functions, JsonText json) {
		this.functions = functions;
		this.json = json;
	}

	/**
	 * Fills the tile.
	 * @param ref the connection
	 * @param typed what was typed so far, or null when what was sent before counts
	 * @param model the model
	 * @return the template
	 */
	String fill(ConnectionRef ref, @Nullable ActionForm typed, Model model) {
		Part<List<ActionChoice>> actions = Part.of(() -> choices(this.functions.of(ref.integrationId())));
		ActionForm form = (typed != null) ? typed : Form.kept(model, FORM, ActionForm.class);
		model.addAttribute("ref", ref);
		model.addAttribute("actions", actions);
		model.addAttribute(FORM, complete((form != null) ? form : new ActionForm("", ""), actions.value()));
		return "parts/actions :: content";
	}

	private List<ActionChoice> choices(DeployedFunctions deployed) {
		return deployed.actions()
			.stream()
			.map((action) -> new ActionChoice(action.name(), action.description(), this.json.write(action.example())))
			.toList();
	}

	/**
	 * Offers the example of the chosen action, unless a person has typed something else.
	 */
	private static ActionForm complete(ActionForm form, @Nullable List<ActionChoice> actions) {
		if (actions == null || actions.isEmpty()) {
			return form;
		}
		String input = (form.input() != null) ? form.input() : "";
		boolean untouched = form.action().isEmpty()
				|| actions.stream().anyMatch((action) -> isSame(action.example(), input));
		if (!untouched) {
			return form;
		}
		ActionChoice chosen = actions.stream()
			.filter((action) -> action.name().equals(form.action()))
			.findFirst()
			.orElse(actions.get(0));
		return new ActionForm(chosen.name(), chosen.example());
	}

	/**
	 * Browsers send other line ends than those that they were given.
	 */
	private static boolean isSame(String example, String input) {
		return example.lines().toList().equals(input.lines().toList());
	}

}
