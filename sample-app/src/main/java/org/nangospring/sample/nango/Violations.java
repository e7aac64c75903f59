package org.nangospring.sample.nango;

import java.util.List;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Collects everything that is wrong with one part of a request: Nango reports all of it
 * at once, in errors without a message of their own.
 */
final class Violations {

	private final String code;

	private final ArrayNode errors = Json.array();

	private Violations(String code) {
		this.code = code;
	}

	static Violations ofQuery() {
		return new Violations("invalid_query_params");
	}

	static Violations ofBody() {
		return new Violations("invalid_body");
	}

	static Violations ofHeaders() {
		return new Violations("invalid_headers");
	}

	static Violations ofPath() {
		return new Violations("invalid_uri_params");
	}

	Violations add(String code, String message, String... path) {
		this.errors
			.add(Json.object((it) -> it.put("code", code).put("message", message).set("path", Json.texts(path))));
		return this;
	}

	Violations wrongType(String expected, JsonNode actual, String... path) {
		return wrongType(expected, Json.typeOf(actual), path);
	}

	Violations wrongType(String expected, String actual, String... path) {
		return add("invalid_type", "Invalid input: expected " + expected + ", received " + actual, path);
	}

	Violations invalidUnion(String... path) {
		return add("invalid_union", "Invalid input", path);
	}

	Violations unrecognized(List<String> keys) {
		if (!keys.isEmpty()) {
			add("unrecognized_keys", ((keys.size() == 1) ? "Unrecognized key: " : "Unrecognized keys: ")
					+ keys.stream().map((key) -> '"' + key + '"').collect(Collectors.joining(", ")));
		}
		return this;
	}

	void throwIfAny() {
		if (!this.errors.isEmpty()) {
			throw exception();
		}
	}

	ApiError exception() {
		return ApiError.of(400, Json.object((it) -> it.put("code", this.code).set("errors", this.errors)));
	}

}
