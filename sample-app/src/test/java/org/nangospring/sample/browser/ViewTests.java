package org.nangospring.sample.browser;

/**
 * Every view once, in every look.
 */
@BrowserTest
class ViewTests {

	@EveryLook
	void accounts(Visitor visitor) {
		visitor.open("/accounts").region("Slack").says("acme-slack");
	}

	@EveryLook
	void files(Visitor visitor) {
		visitor.open("/files").heading("Files").text();
	}

	@EveryLook
	void pageThatIsNotThere(Visitor visitor) {
		visitor.expectFailure(404, "/nope");
		visitor.open("/nope").says("There is no such page.");
	}

}
