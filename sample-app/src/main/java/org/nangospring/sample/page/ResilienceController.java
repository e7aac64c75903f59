package org.nangospring.sample.page;

import java.util.Arrays;
import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.nangospring.sample.resilience.CallChoice;
import org.nangospring.sample.resilience.ExperimentInput;
import org.nangospring.sample.resilience.FaultChoice;
import org.nangospring.sample.resilience.Preset;
import org.nangospring.sample.resilience.ResilienceService;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The view in which Nango is made to fail.
 */
@Controller
@RequestMapping("/resilience")
class ResilienceController {

	private static final List<FaultChoice> OUTAGES = Arrays.stream(FaultChoice.values())
		.filter((fault) -> fault != FaultChoice.NONE)
		.toList();

	private final ResilienceService resilience;

	private final RunTile tile;

	ResilienceController(ResilienceService resilience, RunTile tile) {
		this.resilience = resilience;
		this.tile = tile;
	}

	@GetMapping
	String show(Model model) {
		model.addAttribute("presets", Preset.values());
		model.addAttribute("faults", FaultChoice.values());
		model.addAttribute("calls", CallChoice.values());
		model.addAttribute("usual", ExperimentInput.DEFAULT);
		model.addAttribute("outages", OUTAGES);
		this.tile.fill(model);
		return "views/resilience";
	}

	@GetMapping(headers = "HX-Target=run")
	String run(Model model) {
		return this.tile.follow(model);
	}

	@GetMapping(headers = "HX-Target=outage")
	String outage(Model model) {
		return outageTile(model);
	}

	/**
	 * What stands above every view while there is an outage, which is easily forgotten.
	 */
	@GetMapping("/notice")
	String notice(Model model) {
		model.addAttribute("outageOn", this.resilience.isOutageOn());
		return "parts/outage-notice :: content";
	}

	@PostMapping("/runs")
	String start(@RequestParam(required = false) @Nullable Preset preset, ExperimentInput typed, Model model,
			HttpServletRequest request, RedirectAttributes redirect) {
		ExperimentInput input = (preset != null) ? preset.input() : typed;
		Outcome outcome = Outcome.of(RunTile.NAME, () -> {
			this.resilience.start(input.experiment());
			return Outcome.unsaid(RunTile.NAME);
		});
		return new Form(request, model, redirect).answer(outcome, "/resilience#run",
				() -> (outcome.failure() == null) ? this.tile.begun(model) : this.tile.fill(model));
	}

	@PostMapping("/outage")
	String start(ExperimentInput input, Model model, HttpServletRequest request, RedirectAttributes redirect) {
		Outcome outcome = Outcome.of(RunTile.OUTAGE, () -> {
			this.resilience.outage(input.choice(), input.time());
			return Outcome.done(RunTile.OUTAGE, "The outage has begun. Everything in this application meets it.", null);
		});
		return new Form(request, model, redirect).answer(outcome, "/resilience#outage", () -> outageTile(model));
	}

	/**
	 * Ends all faults. Those of the run are ended in its own tile; the outage may have
	 * been ended by that too.
	 */
	@PostMapping("/reset")
	String reset(Model model, HttpServletRequest request, HttpServletResponse response, RedirectAttributes redirect) {
		boolean ofRun = RunTile.NAME.equals(request.getHeader("HX-Target"));
		String section = ofRun ? RunTile.NAME : RunTile.OUTAGE;
		Outcome outcome = Outcome.of(section, () -> {
			this.resilience.reset();
			return Outcome.done(section, "All faults have ended.", null);
		});
		if (ofRun) {
			response.setHeader("HX-Trigger", "faults");
		}
		return new Form(request, model, redirect).answer(outcome, "/resilience#" + section,
				() -> ofRun ? this.tile.fill(model) : outageTile(model));
	}

	private String outageTile(Model model) {
		model.addAttribute("outages", OUTAGES);
		return this.tile.fillOutage(model);
	}

}
