package org.nangospring.sample.resilience;

import org.nangospring.sample.failure.Failure;
import org.nangospring.sample.failure.Failures;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The resilience corner as JSON.
 */
@RestController
@RequestMapping("/api/resilience")
class ResilienceApi {

	private final ResilienceService resilience;

	ResilienceApi(ResilienceService resilience) {
		this.resilience = resilience;
	}

	@GetMapping
	ResilienceView view() {
		return this.resilience.view();
	}

	/**
	 * Starts a run and answers with how it is doing right after it: it goes on.
	 */
	@PostMapping("/runs")
	@ResponseStatus(HttpStatus.ACCEPTED)
	RunView start(@RequestBody ExperimentInput input) {
		return this.resilience.start(input.experiment());
	}

	@PostMapping("/outage")
	ResilienceView outage(@RequestBody ExperimentInput input) {
		this.resilience.outage(input.choice(), input.time());
		return this.resilience.view();
	}

	@PostMapping("/reset")
	ResilienceView reset() {
		this.resilience.reset();
		return this.resilience.view();
	}

	@ExceptionHandler
	ProblemDetail underWay(RunUnderWayException ex) {
		Failure failure = Failures.ofInput(ex);
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, failure.message());
		problem.setTitle("A run is under way");
		problem.setProperty("error", failure.type());
		problem.setProperty("advice", "Try again when it has ended, or POST /api/resilience/reset.");
		return problem;
	}

}
