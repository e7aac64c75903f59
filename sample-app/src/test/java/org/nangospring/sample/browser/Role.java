package org.nangospring.sample.browser;

import java.util.List;

import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WrapsDriver;

/**
 * What something on a page is for people who use it, whatever the page is built of.
 */
enum Role {

	BUTTON("button, [role=button], summary"),

	CHECKBOX("input[type=checkbox], [role=switch]"),

	FIELD("input:not([type=hidden]):not([type=checkbox]):not([type=radio]), textarea, select"),

	HEADING("h1, h2, h3, h4"),

	LINK("a[href]"),

	/**
	 * A part of a page that has a name.
	 */
	REGION("section, nav, main, aside, article, fieldset, dialog, [role=region], [role=group]");

	private static final String NAMES = """
			const all = [...arguments[0].querySelectorAll(arguments[1])]
			  .filter((it) => it.checkVisibility({ visibilityProperty: true }));
			const textOf = (ids) => ids.split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join('');
			const nameOf = (it) => it.ariaLabel
			  ?? (it.hasAttribute('aria-labelledby') ? textOf(it.getAttribute('aria-labelledby')) : null)
			  ?? (it.labels?.length ? [...it.labels].map((label) => label.textContent).join('') : null)
			  ?? (it.matches('fieldset') ? it.querySelector('legend')?.textContent : null)
			  ?? it.textContent;
			""";

	private final String selector;

	Role(String selector) {
		this.selector = selector;
	}

	/**
	 * Those that can be seen and may have a name: the browser is asked for the names of
	 * only these, because that takes long.
	 * @param here where to look
	 * @param name the name
	 * @return the candidates
	 */
	List<WebElement> candidates(WebElement here, String name) {
		@SuppressWarnings("unchecked")
		List<WebElement> found = (List<WebElement>) script(here, """
				const bare = (text) => text.replace(/\\s+/g, '');
				return all.filter((it) => bare(nameOf(it)) === bare(arguments[2]));
				""", name);
		return found;
	}

	/**
	 * What is there, for messages.
	 * @param here where to look
	 * @return about how it is called
	 */
	Object names(WebElement here) {
		return script(here, "return all.map((it) => nameOf(it).replace(/\\s+/g, ' ').trim());", "");
	}

	private Object script(WebElement here, String use, String name) {
		return ((JavascriptExecutor) ((WrapsDriver) here).getWrappedDriver()).executeScript(NAMES + use, here,
				this.selector, name);
	}

}
