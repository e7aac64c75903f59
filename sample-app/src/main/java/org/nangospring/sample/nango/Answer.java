package org.nangospring.sample.nango;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import tools.jackson.databind.JsonNode;

/**
 * What is sent back, by Nango or by the provider behind its proxy.
 *
 * @param status the HTTP status
 * @param headers the headers to send, one value each
 * @param body the body, which may be empty
 */
record Answer(int status, Map<String, String> headers, byte[] body) {

	static final String CONTENT_TYPE = "content-type";

	private static final String JSON = "application/json; charset=utf-8";

	static Answer json(JsonNode body) {
		return json(200, body);
	}

	static Answer json(int status, JsonNode body) {
		return new Answer(status, Map.of(CONTENT_TYPE, JSON), Json.write(body));
	}

	static Answer success() {
		return json(Json.object((it) -> it.put("success", true)));
	}

	static Answer text(int status, String contentType, String body) {
		return new Answer(status, Map.of(CONTENT_TYPE, contentType), body.getBytes(StandardCharsets.UTF_8));
	}

	static Answer html(int status, String body) {
		return text(status, "text/html; charset=utf-8", body);
	}

	static Answer empty(int status) {
		return new Answer(status, Map.of(), new byte[0]);
	}

	Answer with(String name, String value) {
		return withDefaults(Map.of(), Map.of(name, value));
	}

	/**
	 * Adds headers without replacing: on the proxy the provider's rate limit headers win
	 * over Nango's own.
	 * @param defaults the headers to add where this answer has none of that name
	 * @return the answer with both
	 */
	Answer withDefaults(Map<String, String> defaults) {
		return withDefaults(defaults, Map.of());
	}

	private Answer withDefaults(Map<String, String> defaults, Map<String, String> overrides) {
		Map<String, String> merged = new LinkedHashMap<>(defaults);
		merged.putAll(this.headers);
		merged.putAll(overrides);
		return new Answer(this.status, Map.copyOf(merged), this.body);
	}

}
