package org.nangospring.sample.page;

import java.util.List;

import org.nangospring.sample.resilience.ResilienceService;
import org.nangospring.sample.resilience.ResilienceView;
import org.nangospring.sample.resilience.RunView;

import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * The tiles of the resilience corner that change.
 */
@Component
class RunTile {

	static final String NAME = "run";

	static final String OUTAGE = "outage";

	private final ResilienceService resilience;

	RunTile(ResilienceService resilience) {
		this.resilience = resilience;
	}

	/**
	 * Fills the tile with the last run.
	 * @param model the model
	 * @return the template
	 */
	String fill(Model model) {
		view(model);
		return "parts/run :: content";
	}

	/**
	 * Fills the tile with a run that was just started. That is said to those who do not
	 * see it; its end, if it is there already.
	 * @param model the model
	 * @return the template
	 */
	String begun(Model model) {
		RunView run = view(model).run();
		String end = (run != null) ? run.result() : null;
		model.addAttribute("announce", (end != null) ? end : "The run has begun.");
		return "parts/run :: content";
	}

	/**
	 * Fills the tile with the last run, after the page has asked how it is going. Its end
	 * is said to those who do not see it.
	 * @param model the model
	 * @return the template
	 */
	String follow(Model model) {
		RunView run = view(model).run();
		if (run != null && run.result() != null) {
			model.addAttribute("announce", run.result());
		}
		return "parts/run :: content";
	}

	/**
	 * Fills the tile with the outage.
	 * @param model the model
	 * @return the template
	 */
	String fillOutage(Model model) {
		view(model);
		return "parts/outage :: content";
	}

	private ResilienceView view(Model model) {
		ResilienceView view = this.resilience.view();
		RunView run = view.run();
		List<AttemptRow> rows = (run == null) ? List.of()
				: run.attempts().stream().map((attempt) -> AttemptRow.of(attempt, run.span(), run.elapsed())).toList();
		model.addAttribute("resilience", view);
		model.addAttribute("rows", rows);
		return view;
	}

}
