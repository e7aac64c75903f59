package org.nangospring.sample.browser;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
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

	private final ChromeDriver driver;

	private final Look look;

	private final String root;

	private final String test;

	private final Complaints complaints = new Complaints();

	private final List<String> problems = new ArrayList<>();

	private final Patience patience;

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
		Screenshots.take(this.driver, view + "-" + this.look.slug());
		List<String> found = new ArrayList<>(Accessibility.barriers(this.driver));
		found.addAll(Layout.overflow(this.driver));
		found.forEach((it) -> this.problems.add(view + ": " + it));
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
	 * Ends the visit.
	 * @param failure what the test has failed with, if it has
	 */
	void leave(@Nullable Throwable failure) {
		if (failure != null) {
			Screenshots.take(this.driver, "failed-" + this.test + "-" + this.look.slug());
			this.complaints.read(this.driver)
				.forEach((it) -> failure.addSuppressed(new AssertionError("Before that, " + it)));
		}
		else {
			examine(this.test);
			this.problems.addAll(this.complaints.read(this.driver));
		}
		this.driver.get("about:blank");
		assertThat(this.problems).as("what is wrong with the pages, in %s", this.look).isEmpty();
	}

}
