package org.nangospring.sample.browser;

import org.junit.jupiter.api.AfterEach;
import org.nangospring.sample.resilience.ResilienceService;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * The view that makes Nango fail.
 */
@BrowserTest
class ResilienceTests {

	@Autowired
	private ResilienceService resilience;

	@AfterEach
	void endFaults() {
		this.resilience.reset();
	}

	@VisitorTest
	void callIsRepeatedUntilItSucceeds(Visitor ada) {
		Spot page = ada.open("/resilience");
		page.button("Nango is down for a moment").click();
		Spot run = page.region("What happened");
		run.says("succeeded", "503 Service Unavailable", "200 OK", "The call succeeded with 3 attempts",
				"A read changes nothing");
		run.region("What the meters say").row("Repeats").says("+2");
		ada.examine("resilience-repeated");
	}

	@VisitorTest
	void tooManyCallsAreRefusedAndTheErrorSaysHowLong(Visitor ada) {
		Spot page = ada.open("/resilience");
		page.button("Too many calls, for long").click();
		page.region("What happened").says("failed", "429", "NangoRateLimitException", "30 s");
		ada.examine("resilience-refused");
	}

	@VisitorTest
	void slowAnswerIsGivenUpInAnExperimentOfOnesOwn(Visitor ada) {
		Spot page = ada.open("/resilience");
		page.button("One of your own").click();
		page.field("What goes wrong").choose("Answers come late");
		page.field("Seconds (that Nango asks to wait, or takes to answer)").type("20");
		ada.examine("resilience-own");
		page.button("Run it").click();
		page.region("What happened").says("succeeded", "200 OK");
	}

	@VisitorTest
	void outageIsSeenByTheWholeApplicationUntilItEnds(Visitor ada) {
		Spot page = ada.open("/resilience");
		page.region("Outage").button("Start the outage").click();
		page.region("Outage").button("End the outage").text();
		page.region("Health and metrics").says("Something is down");
		ada.examine("resilience-outage");
		Spot elsewhere = ada.goTo("Accounts");
		elsewhere.region("Outage notice").says("An outage is on.");
		ada.examine("accounts-outage");
		elsewhere.region("Outage notice").link("Go to the outage").click();
		page.region("Outage").button("End the outage").click();
		page.region("Outage").button("Start the outage").text();
		page.region("Outage notice").doesNotSay("An outage is on.");
		page.region("Health and metrics").says("All is well");
	}

}
