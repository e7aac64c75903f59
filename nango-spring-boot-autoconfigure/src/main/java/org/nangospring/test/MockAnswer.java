package org.nangospring.test;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * What a call is answered with.
 *
 * @param status the status
 * @param headers the headers, without those that nearly all answers have
 * @param body the body
 * @param hint what the test could set up, or null when the answer is what it wanted
 */
record MockAnswer(int status, HttpHeaders headers, byte[] body, @Nullable String hint) {

	static MockAnswer json(int status, JsonNode body) {
		return of(status, "application/json; charset=utf-8", MockJson.bytes(body));
	}

	static MockAnswer json(JsonNode body) {
		return json(200, body);
	}

	static MockAnswer success() {
		return json(MockJson.object().put("success", true));
	}

	static MockAnswer empty(int status) {
		return new MockAnswer(status, new HttpHeaders(), new byte[0], null);
	}

	static MockAnswer html(int status, String body) {
		return of(status, MediaType.TEXT_HTML_VALUE + "; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
	}

	MockAnswer header(String name, String value) {
		HttpHeaders more = HttpHeaders.copyOf(this.headers);
		more.add(name, value);
		return new MockAnswer(this.status, more, this.body, this.hint);
	}

	MockAnswer hint(@Nullable String newHint) {
		return new MockAnswer(this.status, this.headers, this.body, newHint);
	}

	private static MockAnswer of(int status, String contentType, byte[] body) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.CONTENT_TYPE, contentType);
		return new MockAnswer(status, headers, body, null);
	}

	/**
	 * Without headers and body, which may hold credentials.
	 */
	@Override
	public String toString() {
		return "MockAnswer[status=" + this.status + ", " + this.body.length + " bytes]";
	}

}
