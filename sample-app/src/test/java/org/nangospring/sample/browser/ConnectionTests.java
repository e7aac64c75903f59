package org.nangospring.sample.browser;

/**
 * What is shown of connections.
 */
@BrowserTest
class ConnectionTests {

	@VisitorTest
	void connectionShowsTagsAndMetadata(Visitor ada) {
		ada.open("/connections").link("acme-github").click();
		ada.page().region("Details").says("OAUTH2", "Ada of Acme", "plan: pro", "team: platform");
		ada.page().region("Details").field("repository").hasValue("acme/widgets");
	}

	@VisitorTest
	void connectionWhoseCredentialsNoLongerWorkSaysSo(Visitor ada) {
		Spot page = ada.open("/connections");
		page.row("globex-slack-revoked").says("auth error");
		page.link("globex-slack-revoked").click();
		ada.page().region("Details").says("auth error", "NangoCredentialsException", "Its user has to connect again");
		ada.page().region("Syncs").says("This connection has no syncs.");
		ada.examine("connection-revoked");
	}

	@VisitorTest
	void metadataAreChanged(Visitor ada) {
		Spot details = ada.open("/connections/notion/acme-notion").region("Details");
		details.field("New key").type("colour");
		details.field("Value").type("green");
		details.button("Add").click();
		details.field("colour").hasValue("green");
		details.field("colour").type("blue");
		details.button("Save colour").click();
		details.message().text();
		details.field("colour").hasValue("blue");
		ada.examine("metadata");
		details.button("Remove colour").click();
		details.field("colour").isGone();
	}

	@VisitorTest
	void unknownConnectionIsAMessage(Visitor ada) {
		ada.open("/connections/github/nope").says("NangoNotFoundException", "There is no such thing");
	}

}
