package org.nangospring.sample.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.openqa.selenium.By;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Somebody who uses the application with a browser.
 */
final class Visitor {

	private static final String IS_SETTLED = """
			return document.readyState === 'complete'
			  && !document.querySelector('.htmx-request, .htmx-swapping, .htmx-settling')
			  && document.getAnimations().every((it) => it.playState !== 'running');
			""";

	/**
	 * Ports are others each time.
	 */
	private static final String WITHOUT_PORTS = """
			const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			while (texts.nextNode()) {
			  const text = texts.currentNode;
			  text.data = text.data.replace(/(127\\.0\\.0\\.1):\\d+/, '$1:3003');
			}
			""";

	private final ChromeDriver driver;

	private final Look look;

	private final String root;

	private final String test;

	private final Complaints complaints = new Complaints();

	private final List<String> problems = new ArrayList<>();

	private final Patience patience;

	private String examined = "";

	Visitor(ChromeDriver driver, Look look, String root, String test) {
		this.driver = driver;
		this.look = look;
		this.root = root;
		this.test = test;
		this.patience = new Patience(driver);
		// what earlier tests have left
		new Complaints().read(driver);
		look.applyTo(driver);
	}

	Look look() {
		return this.look;
	}

	ChromeDriver driver() {
		return this.driver;
	}

	Patience patience() {
		return this.patience;
	}

	/**
	 * Goes to a page.
	 * @param path its path
	 * @return what is on it
	 */
	Spot open(String path) {
		this.driver.get(this.root + path);
		settle();
		return page();
	}

	/**
	 * Goes to a page.
	 * @param path its path
	 * @return this visitor
	 */
	Visitor in(String path) {
		open(path);
		return this;
	}

	/**
	 * Does something in another tab meanwhile.
	 * @param path the path of a page
	 * @param visit what to do there; at its end the tab is closed
	 */
	void elsewhere(String path, Consumer<Spot> visit) {
		String here = this.driver.getWindowHandle();
		this.driver.switchTo().newWindow(WindowType.TAB);
		this.look.applyTo(this.driver);
		visit.accept(open(path));
		this.driver.close();
		this.driver.switchTo().window(here);
	}

	/**
	 * Goes to a view from the menu, which a phone has no room for until it is asked.
	 * @param entry the entry of the menu
	 * @return what is on the page
	 */
	Spot goTo(String entry) {
		openMenu();
		page().region("Main").link(entry).click();
		settle();
		return page();
	}

	/**
	 * Lets the menu be seen, where it is not at any time.
	 */
	void openMenu() {
		if (this.look.isPhone()) {
			page().button("Menu").click();
		}
	}

	/**
	 * Goes back, as with the browser's button.
	 * @return what is on the page
	 */
	Spot goBack() {
		this.driver.navigate().back();
		settle();
		return page();
	}

	/**
	 * The colour of the page's ground.
	 * @return the colour
	 */
	String background() {
		return this.driver.findElement(By.tagName("body")).getCssValue("background-color");
	}

	Keyboard keyboard() {
		return new Keyboard(this.driver);
	}

	Downloads downloads() {
		return new Downloads(this.driver, this.patience);
	}

	/**
	 * What is on the page.
	 * @return the page
	 */
	Spot page() {
		return Spot.page(this.patience, this.driver);
	}

	/**
	 * Lets a request fail, because the test is about that.
	 * @param status the status that it is answered with
	 * @param path what its path begins with
	 * @see Complaints#expect
	 */
	void expectFailure(int status, String path) {
		this.complaints.expect(status, path);
	}

	/**
	 * Waits until nothing on the page is about to change.
	 */
	void settle() {
		this.patience.until(() -> "the page to settle",
				() -> Boolean.TRUE.equals(this.driver.executeScript(IS_SETTLED)) ? true : null);
	}

	/**
	 * Looks closely at what the page shows now: for barriers and for its width. What is
	 * wrong lets the test fail when it ends.
	 * @param view what is shown, for the message and the name of a picture
	 */
	void examine(String view) {
		settle();
		this.examined = this.driver.getPageSource();
		Screenshots.take(this.driver, view + "-" + this.look.slug());
		List<String> found = new ArrayList<>(Accessibility.barriers(this.driver));
		found.addAll(Layout.overflow(this.driver));
		found.forEach((it) -> this.problems.add(view + ": " + it));
	}

	/**
	 * Moves to a part of the page.
	 * @param id its id
	 */
	void scrollTo(String id) {
		this.driver.executeScript("document.getElementById(arguments[0]).scrollIntoView()", id);
	}

	/**
	 * Takes a picture for the documentation.
	 * @param name the name of the file, without its extension
	 */
	void publish(String name) {
		this.look.applySharplyTo(this.driver);
		settle();
		this.driver.executeScript(WITHOUT_PORTS);
		Screenshots.publish(this.driver, name);
		this.look.applyTo(this.driver);
	}

	/**
	 * Says that what is shown now is none of our pages, so that it is not examined.
	 */
	void isNoPage() {
		this.examined = this.driver.getPageSource();
	}

	/**
	 * Goes on in the tab that something opens, and comes back.
	 * @param opener what opens it
	 * @param visit what to do there; at its end the tab is closed
	 */
	void inNewTab(Spot opener, Runnable visit) {
		Set<String> before = this.driver.getWindowHandles();
		String here = this.driver.getWindowHandle();
		opener.click();
		String there = this.patience.until(() -> "a new tab",
				() -> this.driver.getWindowHandles()
					.stream()
					.filter((handle) -> !before.contains(handle))
					.findFirst()
					.orElse(null));
		this.driver.switchTo().window(there);
		this.look.applyTo(this.driver);
		settle();
		visit.run();
		this.driver.switchTo().window(there).close();
		this.driver.switchTo().window(here);
	}

	/**
	 * What was found wrong until now. It is forgotten with that.
	 * @return the problems
	 */
	List<String> problems() {
		if (!this.examined.equals(this.driver.getPageSource())) {
			examine(this.test);
		}
		List<String> all = new ArrayList<>(this.problems);
		all.addAll(this.complaints.read(this.driver));
		this.problems.clear();
		return all;
	}

	/**
	 * Ends the visit.
	 * @param failure what the test has failed with, if it has
	 */
	void leave(@Nullable Throwable failure) {
		if (failure != null) {
			Screenshots.take(this.driver, "failed-" + this.test + "-" + this.look.slug());
			this.complaints.read(this.driver)
				.forEach((it) -> failure.addSuppressed(new AssertionError("Before that, " + it)));
			failure.addSuppressed(new AssertionError(
					"At " + this.driver.getCurrentUrl() + " after " + String.join("\n", this.complaints.requests())));
			this.driver.get("about:blank");
			return;
		}
		List<String> all = problems();
		this.driver.get("about:blank");
		assertThat(all).as("what is wrong with the pages, in %s", this.look).isEmpty();
	}

}
