package org.nangospring.sample.browser;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;

import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.SearchContext;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.support.ui.Select;

/**
 * Something on the page, by what it is and how it is called. It is looked up anew each
 * time, because parts of the page are replaced while it is open; and waited for.
 */
final class Spot {

	private final Patience patience;

	private final String description;

	private final Function<Spot, WebElement> lookUp;

	private Spot(Patience patience, String description, Function<Spot, WebElement> lookUp) {
		this.patience = patience;
		this.description = description;
		this.lookUp = lookUp;
	}

	static Spot page(Patience patience, SearchContext page) {
		return new Spot(patience, "the page", (spot) -> page.findElement(By.tagName("body")));
	}

	Spot button(String name) {
		return named(Role.BUTTON, name);
	}

	Spot checkbox(String name) {
		return named(Role.CHECKBOX, name);
	}

	Spot field(String name) {
		return named(Role.FIELD, name);
	}

	Spot heading(String name) {
		return named(Role.HEADING, name);
	}

	Spot link(String name) {
		return named(Role.LINK, name);
	}

	Spot region(String name) {
		return named(Role.REGION, name);
	}

	/**
	 * A row of a table or an entry of a list.
	 * @param text what it says, among other things
	 * @return the first such row
	 */
	Spot row(String text) {
		return inside("the row with \"" + text + "\"",
				(here) -> first(here.findElements(By.cssSelector("tbody tr, li, article")),
						(row) -> row.getText().contains(text)));
	}

	/**
	 * What has come of a form, or what has failed.
	 * @return the message
	 */
	Spot message() {
		return inside("a message", (here) -> first(here.findElements(By.cssSelector(".outcome, [role=alert]")),
				(message) -> !message.getText().isBlank()));
	}

	/**
	 * What has failed.
	 * @return the message
	 */
	Spot failure() {
		return inside("a failure", (here) -> first(here.findElements(By.cssSelector("[role=alert]")),
				(message) -> !message.getText().isBlank()));
	}

	private Spot named(Role role, String name) {
		return inside("the " + role.name().toLowerCase(Locale.ROOT) + " \"" + name + "\"",
				(here) -> role.candidates(here, name)
					.stream()
					.filter((element) -> name.equals(element.getAccessibleName().replaceAll("\\s+", " ").strip()))
					.findFirst()
					.orElseThrow(() -> new NoSuchElementException("There are only " + role.names(here))));
	}

	private Spot inside(String what, Function<WebElement, WebElement> search) {
		return new Spot(this.patience, what + " in " + this.description,
				(spot) -> search.apply(this.lookUp.apply(this)));
	}

	private static WebElement first(List<WebElement> elements, Predicate<WebElement> condition) {
		return elements.stream()
			.filter(condition)
			.findFirst()
			.orElseThrow(() -> new NoSuchElementException("None of " + elements.size() + " fits"));
	}

	/**
	 * Clicks on it as soon as it is there.
	 */
	void click() {
		with("click on", (element) -> {
			element.click();
			return true;
		});
	}

	/**
	 * Types a text in place of what is there.
	 * @param text the text
	 */
	void type(CharSequence text) {
		with("type into", (element) -> {
			element.sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE);
			element.sendKeys(text);
			return true;
		});
	}

	/**
	 * Sets the value of a field that has a way of its own to be typed into, as those for
	 * times have.
	 * @param value the value
	 */
	void set(String value) {
		with("set", (element) -> this.patience.script("""
				arguments[0].value = arguments[1];
				arguments[0].dispatchEvent(new Event('input', { bubbles: true }));
				arguments[0].dispatchEvent(new Event('change', { bubbles: true }));
				return true;
				""", element, value));
	}

	/**
	 * Opens details in it, unless they are open.
	 * @param summary how they are called
	 */
	void openIfClosed(String summary) {
		if (!"true".equals(button(summary).with("see",
				(it) -> String.valueOf(it.findElement(By.xpath("..")).getDomAttribute("open"))))) {
			button(summary).click();
		}
	}

	/**
	 * Chooses an option.
	 * @param text how the option begins
	 */
	void choose(String text) {
		with("choose " + text + " of", (element) -> {
			Select select = new Select(element);
			select.selectByIndex(options(select).indexOf(
					options(select).stream().filter((option) -> option.startsWith(text)).findFirst().orElseThrow()));
			return true;
		});
	}

	private static List<String> options(Select select) {
		return select.getOptions().stream().map(WebElement::getText).toList();
	}

	/**
	 * Waits until it is there.
	 * @return what it says
	 */
	String text() {
		return with("see", WebElement::getText);
	}

	/**
	 * Waits until a field has a value.
	 * @param text a part of the value
	 */
	void hasValue(String text) {
		this.patience.until(() -> this.description + " to have a value with " + text + "; it has: " + now(Spot::value),
				() -> value(this.lookUp.apply(this)).contains(text) ? true : null);
	}

	private static String value(WebElement field) {
		return Objects.requireNonNullElse(field.getDomProperty("value"), "");
	}

	/**
	 * Waits until it says something.
	 * @param texts what it has to say
	 */
	void says(String... texts) {
		this.patience.until(() -> this.description + " to say " + String.join(", ", texts) + "; it says: "
				+ now((element) -> element.getText()), () -> {
					String text = this.lookUp.apply(this).getText();
					return List.of(texts).stream().allMatch(text::contains) ? text : null;
				});
	}

	/**
	 * Waits until it does not say something, or is gone.
	 * @param text what it must not say
	 */
	void doesNotSay(String text) {
		this.patience.until(() -> this.description + " not to say " + text,
				() -> now(WebElement::getText).contains(text) ? null : true);
	}

	/**
	 * Waits until it is not there.
	 */
	void isGone() {
		this.patience.until(() -> this.description + " to be gone",
				() -> now((element) -> "there").isEmpty() ? true : null);
	}

	/**
	 * Counts the rows of the table in it.
	 * @return how many it has now
	 */
	int rows() {
		return with("see", (element) -> element.findElements(By.cssSelector("tbody tr")).size());
	}

	/**
	 * Waits until the table in it has a number of rows.
	 * @param count the number
	 */
	void hasRows(int count) {
		this.patience.until(() -> this.description + " to have " + count + " rows, not " + rows(),
				() -> (rows() == count) ? true : null);
	}

	/**
	 * Whether the keyboard's focus is on it.
	 * @return whether it is
	 */
	boolean hasFocus() {
		return with("see", (element) -> element.equals(this.patience.driver().switchTo().activeElement()));
	}

	/**
	 * Does something with it as soon as that can be done.
	 * @param purpose what for, as words
	 * @param use what to do
	 * @return what that returns
	 * @param <T> the type of it
	 */
	<T> T with(String purpose, Function<WebElement, T> use) {
		return this.patience.until(() -> "to " + purpose + " " + this.description,
				() -> use.apply(this.lookUp.apply(this)));
	}

	private String now(Function<WebElement, String> use) {
		try {
			return use.apply(this.lookUp.apply(this));
		}
		catch (NoSuchElementException ex) {
			return "";
		}
	}

	@Override
	public String toString() {
		return this.description;
	}

}
