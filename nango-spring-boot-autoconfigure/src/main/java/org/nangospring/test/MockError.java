package org.nangospring.test;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An answer that is an error, with the body that Nango gives it.
 */
final class MockError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient MockAnswer answer;

	private MockError(MockAnswer answer) {
		super(null, null, false, false);
		this.answer = answer;
	}

	MockAnswer answer() {
		return this.answer;
	}

	MockError hint(@Nullable String hint) {
		return new MockError(this.answer.hint(hint));
	}

	static MockError of(int status, String code) {
		return of(status, MockJson.object().put("code", code));
	}

	static MockError of(int status, String code, String message) {
		return of(status, MockJson.object().put("code", code).put("message", message));
	}

	static MockError of(int status, String code, String message, JsonNode payload) {
		ObjectNode error = MockJson.object().put("message", message).put("code", code);
		error.set("payload", payload);
		return of(status, error);
	}

	static MockError of(int status, ObjectNode error) {
		ObjectNode body = MockJson.object();
		body.set("error", error);
		return new MockError(MockAnswer.json(status, body));
	}

	static MockError notFound(String message) {
		return of(404, "not_found", message);
	}

	/**
	 * A body or a parameter that lacks a text.
	 */
	static MockError missing(String code, String... path) {
		return invalid(code, "invalid_type", "Invalid input: expected string, received undefined", path);
	}

	static MockError invalid(String code, String reason, String message, String... path) {
		ObjectNode error = MockJson.object().put("code", code);
		ObjectNode field = error.putArray("errors").addObject().put("code", reason).put("message", message);
		field.set("path", MockJson.of(path));
		return of(400, error);
	}

	static MockError unexpected() {
		String id = UUID.randomUUID().toString();
		return of(500,
				MockJson.object()
					.put("message", "An error occurred. Please contact support with this unique id: \"" + id + "\"")
					.put("code", "generic_error_support")
					.put("payload", id));
	}

}
