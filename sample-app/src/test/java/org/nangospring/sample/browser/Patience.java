package org.nangospring.sample.browser;

import java.time.Duration;
import java.util.function.Supplier;

import org.openqa.selenium.ElementClickInterceptedException;
import org.openqa.selenium.InvalidElementStateException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.NoSuchWindowException;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.support.ui.FluentWait;

/**
 * Waits for what the browser shows. The limit is generous, and only there so that a test
 * ends when something never comes.
 *
 * @param driver the browser
 */
record Patience(WebDriver driver) {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final Duration INTERVAL = Duration.ofMillis(50);

	private static <T> T current(Supplier<T> condition) {
		try {
			return condition.get();
		}
		catch (WebDriverException ex) {
			// the driver's other way to say that an element was replaced just now
			if (String.valueOf(ex.getMessage()).contains("does not belong to the document")) {
				throw new StaleElementReferenceException("Replaced", ex);
			}
			throw ex;
		}
	}

	Object script(String script, Object... arguments) {
		return ((JavascriptExecutor) this.driver).executeScript(script, arguments);
	}

	/**
	 * Waits.
	 * @param what what is waited for, as words
	 * @param condition looks for it: null or an exception of what is not there yet means
	 * that it has not come
	 * @return what it found
	 * @param <T> the type of it
	 */
	<T> T until(Supplier<String> what, Supplier<T> condition) {
		return new FluentWait<>(this.driver).withTimeout(LIMIT)
			.pollingEvery(INTERVAL)
			.withMessage(() -> "Waited for " + what.get())
			.ignoring(NoSuchElementException.class)
			.ignoring(StaleElementReferenceException.class)
			.ignoring(InvalidElementStateException.class)
			.ignoring(ElementClickInterceptedException.class)
			.ignoring(NoSuchWindowException.class)
			.until((driver) -> current(condition));
	}

}
