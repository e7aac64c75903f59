package org.nangospring.sample.browser;

import org.openqa.selenium.By;

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

	private final String selector;

	Role(String selector) {
		this.selector = selector;
	}

	By selector() {
		return By.cssSelector(this.selector);
	}

}
