package org.nangospring.sample.nango;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls a server over its socket.
 */
final class Caller implements AutoCloseable {

	static final String[] ACME_GITHUB = { "Connection-Id", "acme-github", "Provider-Config-Key", "github" };

	private static final JsonMapper MAPPER = JsonMapper.shared();

	// as Nango refuses the offer of HTTP/2 that the client would make
	private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final ManualClock clock = new ManualClock();

	private final EmbeddedNango nango = EmbeddedNango.start(this.clock);

	ManualClock clock() {
		return this.clock;
	}

	EmbeddedNango nango() {
		return this.nango;
	}

	Reply get(String path, String... headers) {
		return send("GET", path, null, headers);
	}

	Reply delete(String path, String... headers) {
		return send("DELETE", path, null, headers);
	}

	/**
	 * Sends JSON.
	 * @param method the HTTP method
	 * @param path the path with the query
	 * @param json the body, with single quotes for double ones
	 * @param headers names and values in turn
	 * @return the answer
	 */
	Reply json(String method, String path, String json, String... headers) {
		HttpRequest.Builder request = authorized(path, headers).header("Content-Type", "application/json")
			.method(method, BodyPublishers.ofString(json.replace('\'', '"')));
		return send(request);
	}

	Reply send(String method, String path, @Nullable String body, String... headers) {
		return send(authorized(path, headers).method(method,
				(body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody()));
	}

	HttpRequest.Builder authorized(String path, String... headers) {
		return anonymous(path, headers).header("Authorization", "Bearer " + this.nango.secretKey());
	}

	HttpRequest.Builder anonymous(String path, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(this.nango.host().resolve(path));
		return (headers.length > 0) ? request.headers(headers) : request;
	}

	Reply send(HttpRequest.Builder request) {
		try {
			HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
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

	@Override
	public void close() {
		this.nango.close();
	}

	record Reply(int status, HttpHeaders headers, String body) {

		JsonNode json() {
			return MAPPER.readTree(this.body);
		}

		JsonNode at(String pointer) {
			return json().at(pointer);
		}

		String text(String pointer) {
			return at(pointer).asString();
		}

		String header(String name) {
			return this.headers.firstValue(name).orElse("");
		}

	}

}
