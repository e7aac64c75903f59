package org.nangospring.sample.browser;

import java.time.Duration;

import org.nangospring.sample.nango.ManualClock;

import org.springframework.beans.factory.annotation.Autowired;

/**
 * People of connected accounts.
 */
@BrowserTest
class PeopleTests {

	@Autowired
	private ManualClock clock;

	@VisitorTest
	void messageIsSentToAPerson(Visitor ada) {
		Spot people = ada.open("/people").region("People of your accounts");
		Spot person = people.row("@acme.example");
		String[] words = person.text().split(" ", 3);
		String name = words[0] + " " + words[1];
		person.button("Write to " + name).click();
		person.field("Message").type("Hello");
		ada.examine("people-message");
		person.button("Send").click();
		people.message().says("The message to " + name + " was sent.");
		ada.examine("people-sent");
	}

	@VisitorTest
	void emptyMessageIsRefused(Visitor ada) {
		Spot people = ada.open("/people").region("People of your accounts");
		Spot person = people.row("@acme.example");
		person.button("Write to " + person.text().split(" ", 3)[0] + " " + person.text().split(" ", 3)[1]).click();
		person.field("Message").type(" ");
		person.button("Send").click();
		people.message().says("The message is empty.");
	}

	@VisitorTest
	void changesAppearByThemselves(Visitor ada) {
		Spot people = ada.open("/people").region("People of your accounts");
		people.says("@acme.example");
		ada.elsewhere("/connections/slack/acme-slack", (page) -> {
			page.region("Syncs").button("Run now : slack-users").click();
			page.region("Syncs").says("running");
			this.clock.advance(Duration.ofSeconds(2));
			page.region("Syncs").says("success");
		});
		people.says("0 s ago");
	}

}
