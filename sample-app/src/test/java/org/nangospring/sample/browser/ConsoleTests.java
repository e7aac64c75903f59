package org.nangospring.sample.browser;

/**
 * Running actions and calling the provider by hand.
 */
@BrowserTest
class ConsoleTests {

	private static final String CONNECTION = "/connections/github/acme-github";

	@VisitorTest
	void actionRunsWithWhatWasTyped(Visitor ada) {
		Spot tile = ada.open(CONNECTION).region("Run an action");
		tile.field("Action").choose("add-numbers");
		tile.field("Input, as JSON").type("{\"a\": 1, \"b\": 2.5}");
		tile.button("Run").click();
		tile.message().says("add-numbers has run and returned", "3.5");
	}

	@VisitorTest
	void choosingAnActionOffersAnExample(Visitor ada) {
		Spot tile = ada.open(CONNECTION).region("Run an action");
		tile.field("Action").choose("add-numbers");
		tile.field("Input, as JSON").hasValue("\"a\"");
		tile.field("Action").choose("create-issue");
		tile.field("Input, as JSON").hasValue("\"title\"");
	}

	@VisitorTest
	void inputThatIsNotJsonIsAMessageAndStays(Visitor ada) {
		Spot tile = ada.open(CONNECTION).region("Run an action");
		tile.field("Input, as JSON").type("{ a");
		tile.button("Run").click();
		tile.message().says("The input is not valid JSON", "Nothing was sent");
		tile.field("Input, as JSON").hasValue("{ a");
	}

	@VisitorTest
	void actionThatFailsIsAMessage(Visitor ada) {
		Spot tile = ada.open(CONNECTION).region("Run an action");
		tile.field("Action").choose("add-numbers");
		tile.field("Input, as JSON").type("{\"a\": \"x\"}");
		tile.button("Run").click();
		tile.message().says("NangoActionException", "a and b must be numbers");
	}

	@VisitorTest
	void providerAnswers(Visitor ada) {
		Spot tile = ada.open(CONNECTION).region("Call the provider");
		tile.field("Endpoint").type("/user/repos?per_page=2");
		tile.button("Send").click();
		tile.message().says("The provider answered 200", "acme/service-02");
	}

	@VisitorTest
	void errorOfTheProviderIsShownWithItsBody(Visitor ada) {
		Spot tile = ada.open(CONNECTION).region("Call the provider");
		tile.field("Endpoint").type("/status/418");
		tile.button("Send").click();
		tile.message()
			.says("The provider answered with an error", "NangoUpstreamException", "418", "Pretend status 418");
		tile.field("Endpoint").hasValue("/status/418");
	}

	@VisitorTest
	void addressOfAnotherHostIsRefused(Visitor ada) {
		Spot tile = ada.open(CONNECTION).region("Call the provider");
		tile.field("Endpoint").type("https://example.org/");
		tile.button("Send").click();
		tile.message().says("The endpoint must be a path", "Nothing was sent");
	}

}
