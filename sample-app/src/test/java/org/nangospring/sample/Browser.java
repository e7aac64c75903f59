package org.nangospring.sample;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Uses the application as a browser does: it keeps cookies and follows redirects only
 * when told to. It remembers all that it was ever shown.
 */
final class Browser {

	private final HttpClient client = HttpClient.newBuilder()
		.cookieHandler(new CookieManager())
		.version(HttpClient.Version.HTTP_1_1)
		.build();

	private final List<String> seen = new ArrayList<>();

	private final String root;

	Browser(int port) {
		this.root = "http://127.0.0.1:" + port;
	}

	List<String> seen() {
		return this.seen;
	}

	Reply get(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.root + path))
			.header("Accept", "text/html, */*");
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	Reply post(String path, Map<String, String> form, String... headers) {
		String body = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.root + path))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(BodyPublishers.ofString(body));
		return send((headers.length > 0) ? request.headers(headers) : request);
	}

	/**
	 * Sends JSON.
	 * @param path the path
	 * @param json the body, with single quotes for double ones
	 * @return the answer
	 */
	Reply postJson(String path, String json) {
		return send(HttpRequest.newBuilder(URI.create(this.root + path))
			.header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json.replace('\'', '"'))));
	}

	/**
	 * Sends JSON to replace something.
	 * @param path the path
	 * @param json the body, with single quotes for double ones
	 * @return the answer
	 */
	Reply putJson(String path, String json) {
		return send(HttpRequest.newBuilder(URI.create(this.root + path))
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofString(json.replace('\'', '"'))));
	}

	/**
	 * Sends a form and looks at the page that comes after it.
	 * @param path where the form goes
	 * @param form its fields
	 * @return the page
	 */
	Reply submit(String path, Map<String, String> form) {
		Reply redirect = post(path, form);
		if (redirect.status() != 302) {
			throw new AssertionError("No redirect but " + redirect.status() + ": " + redirect.body());
		}
		URI location = URI.create(redirect.header("Location"));
		String query = (location.getRawQuery() != null) ? "?" + location.getRawQuery() : "";
		return get(location.getRawPath() + query);
	}

	private Reply send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = this.client.send(request.build(), HttpResponse.BodyHandlers.ofString());
			this.seen.add(response.headers().map() + response.body());
			return new Reply(response.statusCode(), response.headers(), response.body());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	record Reply(int status, HttpHeaders headers, String body) {

		JsonNode json() {
			return JsonMapper.shared().readTree(this.body);
		}

		String text(String pointer) {
			return json().at(pointer).asString();
		}

		String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

	}

}
