package org.nangospring.sample.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;

import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumDriverLogLevel;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * The browser that is installed here. Nothing is ever downloaded.
 *
 * @param browser the browser
 * @param driver the program that steers it
 */
record Chromium(Path browser, Path driver) {

	/**
	 * Names a browser: {@code -Dsample.browser=/opt/chrome/chrome}.
	 */
	static final String BROWSER_PROPERTY = "sample.browser";

	/**
	 * Names the program that steers it:
	 * {@code -Dsample.browser.driver=/opt/chrome/chromedriver}.
	 */
	static final String DRIVER_PROPERTY = "sample.browser.driver";

	/**
	 * Lets people watch: {@code -Dsample.browser.visible=true}.
	 */
	static final String VISIBLE_PROPERTY = "sample.browser.visible";

	private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome",
			"google-chrome-stable");

	private static final List<String> DRIVERS = List.of("chromedriver");

	private static final List<Path> USUAL_PLACES = Stream
		.of("/usr/bin", "/usr/lib/chromium", "/usr/lib/chromium-browser", "/usr/local/bin", "/opt/homebrew/bin",
				"/snap/bin", "/Applications/Google Chrome.app/Contents/MacOS")
		.map(Path::of)
		.toList();

	/**
	 * Looks for a browser: where properties say, on the path, and in the usual places.
	 * @return the browser, or nothing where it or the program that steers it is missing
	 */
	static Optional<Chromium> find() {
		Stream<String> browsers = Stream.concat(BROWSERS.stream(), Stream.of("Google Chrome"));
		return program(BROWSER_PROPERTY, browsers).flatMap(
				(browser) -> program(DRIVER_PROPERTY, DRIVERS.stream()).map((driver) -> new Chromium(browser, driver)));
	}

	ChromeDriver start() {
		ChromeOptions options = new ChromeOptions();
		options.setBinary(this.browser.toFile());
		// its sandbox does not work for root and in many containers; it only gets to see
		// the pages of this application
		options.addArguments("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-quic",
				"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
				"--font-render-hinting=none", "--lang=en-US");
		if (!Boolean.getBoolean(VISIBLE_PROPERTY)) {
			options.addArguments("--headless=new");
		}
		options.setExperimentalOption("prefs",
				Map.of("credentials_enable_service", false, "profile.password_manager_enabled", false));
		options.setExperimentalOption("perfLoggingPrefs", Map.of("enableNetwork", true, "enablePage", false));
		LoggingPreferences logging = new LoggingPreferences();
		logging.enable(LogType.BROWSER, Level.ALL);
		logging.enable(LogType.PERFORMANCE, Level.ALL);
		options.setCapability(ChromeOptions.LOGGING_PREFS, logging);
		ChromeDriverService service = new ChromeDriverService.Builder().usingDriverExecutable(this.driver.toFile())
			.usingAnyFreePort()
			.withLogLevel(ChromiumDriverLogLevel.OFF)
			.withEnvironment(Map.of("TZ", "UTC"))
			.build();
		return new ChromeDriver(service, options);
	}

	private static Optional<Path> program(String property, Stream<String> names) {
		String given = System.getProperty(property);
		if (given != null) {
			return Optional.of(Path.of(given)).filter(Files::isExecutable);
		}
		List<Path> places = Stream
			.concat(Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)).map(Path::of),
					USUAL_PLACES.stream())
			.toList();
		return names.flatMap((name) -> places.stream().map((place) -> place.resolve(name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
