package org.nangospring.sample.nango;

import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An error with the body Nango gives it. The shapes differ from endpoint to endpoint, and
 * whoever calls has to cope with all of them, so they are kept apart here too.
 */
final class ApiError extends RuntimeException {

	private final transient Answer answer;

	private ApiError(int status, ObjectNode error) {
		super("Status " + status, null, false, false);
		this.answer = Answer.json(status, Json.object((it) -> it.set("error", error)));
	}

	static ApiError of(int status, String code) {
		return new ApiError(status, Json.object((it) -> it.put("code", code)));
	}

	static ApiError of(int status, String code, String message) {
		return new ApiError(status, Json.object((it) -> it.put("code", code).put("message", message)));
	}

	static ApiError of(int status, ObjectNode error) {
		return new ApiError(status, error);
	}

	static ApiError withPayload(int status, String code, String message, JsonNode payload) {
		return new ApiError(status,
				Json.object((it) -> it.put("message", message).put("code", code).set("payload", payload)));
	}

	static ApiError notFound(String message) {
		return of(404, "not_found", message);
	}

	static ApiError tooManyRequests(String method, String path) {
		return new ApiError(429,
				Json.object((it) -> it.put("code", "too_many_request").put("method", method).put("path", path)));
	}

	static ApiError unexpected() {
		String id = UUID.randomUUID().toString();
		return new ApiError(500,
				Json.object((it) -> it
					.put("message", "An error occurred. Please contact support with this unique id: \"" + id + "\"")
					.put("code", "generic_error_support")
					.put("payload", id)));
	}

	Answer answer() {
		return this.answer;
	}

}
