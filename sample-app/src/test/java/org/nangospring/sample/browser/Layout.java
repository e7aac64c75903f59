package org.nangospring.sample.browser;

import java.util.List;
import java.util.Objects;

import org.openqa.selenium.JavascriptExecutor;

/**
 * Looks for pages that are wider than the window, so that people have to move them
 * sideways.
 */
final class Layout {

	private static final String OVERFLOW = """
			const page = document.scrollingElement;
			if (page.scrollWidth <= page.clientWidth) {
			  return '';
			}
			const wide = [...document.querySelectorAll('body *')]
			  .filter((element) => element.getBoundingClientRect().right > page.clientWidth + 1)
			  .slice(0, 5)
			  .map((element) => element.outerHTML.slice(0, 120));
			return page.scrollWidth + ' of ' + page.clientWidth + ' pixels: ' + wide.join(' | ');
			""";

	private Layout() {
	}

	static List<String> overflow(JavascriptExecutor browser) {
		String found = Objects.toString(browser.executeScript(OVERFLOW));
		return found.isEmpty() ? List.of() : List.of("wider than the window: " + found);
	}

}
