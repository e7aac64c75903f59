package org.nangospring.sample.browser;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Ways through the application, with the mouse and without.
 */
@BrowserTest
class NavigationTests {

	private static final Map<String, String> HEADINGS = Map.of("Overview", "Overview", "Accounts", "Your accounts",
			"People", "People", "Files", "Files", "Connections", "Connections", "Webhooks", "Webhooks", "Resilience",
			"Resilience", "Monitoring", "Monitoring");

	@EveryLook
	void everyViewIsReachedFromTheMenu(Visitor ada) {
		ada.open("/");
		HEADINGS.forEach((entry, heading) -> {
			Spot page = ada.goTo(entry);
			assertThat(page.heading(heading).hasFocus()).as("the focus is on the heading of %s", entry).isTrue();
			assertThat(ada.driver().getTitle()).startsWith(entry);
			ada.examine("view-" + entry.toLowerCase(Locale.ROOT));
		});
	}

	@VisitorTest
	void backLeadsToTheViewBefore(Visitor ada) {
		ada.open("/people");
		ada.goTo("Files").heading("Files").text();
		ada.goBack().heading("People").text();
		ada.page().region("People of your accounts").says("@acme.example");
	}

	@EveryLook
	void connectionIsReachedFromTheOverview(Visitor ada) {
		ada.open("/").region("Integrations").link("acme-github").click();
		ada.page().heading("acme-github").text();
		ada.page().region("Records").says("1001");
		ada.page().region("Run an action").button("Run").text();
		ada.examine("view-connection");
	}

	@EveryLook
	void pageThatIsNotThereIsAKindMessage(Visitor ada) {
		ada.expectFailure(404, "/nope");
		ada.open("/nope").says("There is no such page.");
		ada.page().link("To the overview").click();
		ada.page().heading("Overview").text();
	}

	@VisitorTest
	void themeIsChosenAndKept(Visitor ada) {
		ada.open("/");
		String own = ada.background();
		String other = ada.look().isDark() ? "Light" : "Dark";
		ada.openMenu();
		ada.page().field("Theme").choose(other);
		assertThat(ada.background()).isNotEqualTo(own);
		ada.open("/people");
		assertThat(ada.background()).isNotEqualTo(own);
		ada.openMenu();
		ada.page().field("Theme").choose("System");
		assertThat(ada.background()).isEqualTo(own);
	}

	@VisitorTest
	void menuIsSkippedWithTheKeyboard(Visitor ada) {
		ada.open("/people");
		assertThat(ada.keyboard().tabTo("Skip to the content")).hasSize(1);
		ada.keyboard().press(Keys.ENTER);
		List<String> stops = ada.keyboard().tabTo("Write to " + firstPerson(ada));
		assertThat(stops).doesNotContain("Overview", "Menu");
	}

	@VisitorTest
	void messageIsSentWithTheKeyboardAlone(Visitor ada) {
		ada.open("/");
		Keyboard keyboard = ada.keyboard();
		if (ada.look().isPhone()) {
			keyboard.tabTo("Menu");
			keyboard.press(Keys.ENTER);
		}
		keyboard.tabTo("People");
		keyboard.press(Keys.ENTER);
		ada.settle();
		assertThat(ada.page().heading("People").hasFocus()).isTrue();
		String person = firstPerson(ada);
		keyboard.tabTo("Write to " + person);
		keyboard.press(Keys.SPACE);
		keyboard.tabTo("Message");
		keyboard.press("Hello from the keyboard", Keys.ENTER);
		ada.page().message().says("The message to " + person + " was sent.");
	}

	private static String firstPerson(Visitor ada) {
		String row = ada.page().region("People of your accounts").row("@acme.example").text();
		return row.substring(0, row.indexOf(' ', row.indexOf(' ') + 1));
	}

}
