package org.nangospring.sample.nango;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the fields of a JSON body and notes what is wrong with them.
 */
final class Fields {

	private final Violations violations = Violations.ofBody();

	private final ObjectNode object;

	Fields(JsonNode body) {
		if (!(body instanceof ObjectNode objectNode)) {
			throw Violations.ofBody().wrongType("object", body).exception();
		}
		this.object = objectNode;
	}

	JsonNode get(String name) {
		return this.object.path(name);
	}

	boolean has(String name) {
		return this.object.has(name);
	}

	@Nullable String text(String name) {
		return has(name) ? requiredText(name) : null;
	}

	String requiredText(String name) {
		JsonNode value = get(name);
		if (!value.isString()) {
			this.violations.wrongType("string", value, name);
			return "";
		}
		String text = value.stringValue();
		if (text.isEmpty()) {
			this.violations.add("too_small", "Too small: expected string to have >=1 characters", name);
		}
		return text;
	}

	@Nullable Boolean flag(String name) {
		JsonNode value = get(name);
		if (value.isBoolean()) {
			return value.booleanValue();
		}
		if (!value.isMissingNode()) {
			this.violations.wrongType("boolean", value, name);
		}
		return null;
	}

	ObjectNode requiredRecord(String name) {
		JsonNode value = get(name);
		if (value instanceof ObjectNode objectNode) {
			return objectNode;
		}
		this.violations.wrongType("record", value, name);
		return Json.object();
	}

	Violations violations() {
		return this.violations;
	}

	/**
	 * Call this last: it reports what reading the fields has found wrong, and every field
	 * that the endpoint doesn't know.
	 * @param known the fields of the endpoint
	 */
	void allowOnly(String... known) {
		Set<String> names = Set.of(known);
		List<String> unknown = this.object.propertyNames().stream().filter((name) -> !names.contains(name)).toList();
		this.violations.unrecognized(unknown).throwIfAny();
	}

}
