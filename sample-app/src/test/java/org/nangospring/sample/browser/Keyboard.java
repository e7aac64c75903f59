package org.nangospring.sample.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.interactions.Actions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Uses the page without a mouse. Wherever the focus goes, it has to be seen.
 */
final class Keyboard {

	/**
	 * More than any page has to be walked through.
	 */
	private static final int MOST_STEPS = 120;

	private static final String FOCUS = """
			const it = document.activeElement;
			const style = getComputedStyle(it);
			const marked = (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0)
			  || style.boxShadow !== 'none';
			const box = it.getBoundingClientRect();
			const x = Math.min(box.left + box.width / 2, innerWidth - 1);
			const top = Math.max(box.top, 0);
			const bottom = Math.min(box.bottom, innerHeight);
			const found = [.1, .5, .9].map((part) => document.elementFromPoint(x, top + part * (bottom - top)));
			const covered = found.every((at) => !at || !(it.contains(at) || at.contains(it)));
			const at = found[1];
			return !it.matches(':focus-visible') || !marked ? 'it is not marked'
			  : covered ? 'it is covered by ' + (at ? at.outerHTML.slice(0, 120) : 'nothing') : '';
			""";

	private final ChromeDriver driver;

	Keyboard(ChromeDriver driver) {
		this.driver = driver;
	}

	/**
	 * Presses keys, one after the other.
	 * @param keys the keys
	 */
	void press(CharSequence... keys) {
		new Actions(this.driver).sendKeys(keys).perform();
	}

	/**
	 * Walks with the tabulator.
	 * @param name the accessible name of where to go
	 * @return the names of all stops
	 */
	List<String> tabTo(String name) {
		List<String> stops = new ArrayList<>();
		while (stops.size() < MOST_STEPS) {
			press(Keys.TAB);
			WebElement focused = this.driver.switchTo().activeElement();
			stops.add(focused.getAccessibleName().strip());
			if (!focused.getTagName().equals("body")) {
				assertThat(Objects.toString(this.driver.executeScript(FOCUS)))
					.as("what is wrong with the focus on %s", focused.getDomProperty("outerHTML"))
					.isEmpty();
			}
			if (stops.get(stops.size() - 1).equals(name)) {
				return stops;
			}
		}
		throw new AssertionError("The tabulator does not lead to \"" + name + "\" but to " + stops);
	}

}
