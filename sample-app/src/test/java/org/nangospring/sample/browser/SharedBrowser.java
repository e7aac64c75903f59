package org.nangospring.sample.browser;

import java.util.List;
import java.util.Map;

import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The one browser of all tests.
 */
final class SharedBrowser implements AutoCloseable {

	private final ChromeDriver driver = Chromium.find().orElseThrow().start();

	private final String firstTab = this.driver.getWindowHandle();

	/**
	 * Makes the browser forget everything.
	 * @return the browser, with one empty tab
	 */
	ChromeDriver fresh() {
		List<String> others = this.driver.getWindowHandles()
			.stream()
			.filter((handle) -> !handle.equals(this.firstTab))
			.toList();
		for (String other : others) {
			this.driver.switchTo().window(other).close();
		}
		this.driver.switchTo().window(this.firstTab);
		this.driver.get("about:blank");
		this.driver.executeCdpCommand("Network.clearBrowserCookies", Map.of());
		this.driver.executeCdpCommand("Network.clearBrowserCache", Map.of());
		this.driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", "*", "storageTypes", "all"));
		return this.driver;
	}

	@Override
	public void close() {
		this.driver.quit();
	}

}
