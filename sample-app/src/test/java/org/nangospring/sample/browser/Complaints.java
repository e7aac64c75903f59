package org.nangospring.sample.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.regex.Pattern;

import org.openqa.selenium.WebDriver;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the browser complains about: warnings and errors of its console, exceptions that
 * nobody has caught, and requests that have failed.
 */
final class Complaints {

	private static final int FIRST_ERROR = 400;

	private final List<Expected> expected = new ArrayList<>();

	private final List<String> found = new ArrayList<>();

	private final Map<String, String> urls = new HashMap<>();

	private final List<String> requests = new ArrayList<>();

	/**
	 * Lets requests fail, because the test is about that.
	 * @param status the status that they are answered with
	 * @param path what their path begins with
	 */
	void expect(int status, String path) {
		this.expected.add(new Expected(status, path));
	}

	/**
	 * Reads what there is since the last time.
	 * @param driver the browser
	 * @return the complaints
	 */
	List<String> read(WebDriver driver) {
		this.found.clear();
		driver.manage().logs().get(LogType.BROWSER).forEach(this::console);
		driver.manage().logs().get(LogType.PERFORMANCE).forEach(this::network);
		return List.copyOf(this.found);
	}

	/**
	 * What the browser has asked for until {@link #read} was called last.
	 * @return the requests, oldest first
	 */
	List<String> requests() {
		return this.requests;
	}

	private void console(LogEntry entry) {
		if (entry.getLevel().intValue() >= Level.WARNING.intValue()
				&& this.expected.stream().noneMatch((it) -> it.isConsole(entry.getMessage()))) {
			this.found.add("console: " + entry.getMessage());
		}
	}

	private void network(LogEntry entry) {
		JsonNode message = JsonMapper.shared().readTree(entry.getMessage()).path("message");
		JsonNode params = message.path("params");
		String id = params.path("requestId").asString("");
		switch (message.path("method").asString("")) {
			case "Network.requestWillBeSent" -> {
				this.urls.put(id, params.at("/request/url").asString(""));
				this.requests.add(params.at("/request/method").asString("") + " " + this.urls.get(id));
			}
			case "Network.responseReceived" ->
				answer(params.at("/response/status").asInt(0), params.at("/response/url").asString(""));
			case "Network.loadingFailed" -> failure(params, this.urls.getOrDefault(id, "unknown"));
			default -> {
			}
		}
	}

	private void answer(int status, String url) {
		this.requests.add(status + " " + url);
		if (status >= FIRST_ERROR && this.expected.stream().noneMatch((it) -> it.isAnswer(status, url))) {
			this.found.add("request: " + status + " of " + url);
		}
	}

	private void failure(JsonNode params, String url) {
		// a page that is left ends what it had asked for
		if (!params.path("canceled").asBoolean(false)) {
			this.found.add("request: " + params.path("errorText").asString("") + " of " + url);
		}
	}

	private record Expected(int status, String path) {

		boolean isAnswer(int status, String url) {
			return status == this.status && Pattern.matches("https?://[^/]+" + Pattern.quote(this.path) + ".*", url);
		}

		boolean isConsole(String message) {
			return message.contains("status of " + this.status)
					&& Pattern.compile("https?://[^/]+" + Pattern.quote(this.path)).matcher(message).find();
		}

	}

}
