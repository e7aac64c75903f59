package org.nangospring.sample.function;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.function.FunctionConfig;

/**
 * Makes up an input for an action from its JSON schema, so that there is something to
 * begin with.
 */
final class ExampleInput {

	private static final int MAX_DEPTH = 4;

	private ExampleInput() {
	}

	static Object of(FunctionConfig action) {
		Map<?, ?> definitions = map(action.jsonSchema().get("definitions"));
		return value(map(definitions.get(String.valueOf(action.input()))), definitions, 0);
	}

	private static Object value(Map<?, ?> schema, Map<?, ?> definitions, int depth) {
		if (schema.get("$ref") instanceof String reference && depth < MAX_DEPTH) {
			String name = reference.substring(reference.lastIndexOf('/') + 1);
			return value(map(definitions.get(name)), definitions, depth + 1);
		}
		return switch (String.valueOf(schema.get("type"))) {
			case "string" -> "text";
			case "integer", "number" -> 1;
			case "boolean" -> true;
			case "array" -> List.of();
			default -> object(map(schema.get("properties")), definitions, depth);
		};
	}

	private static Map<String, Object> object(Map<?, ?> properties, Map<?, ?> definitions, int depth) {
		Map<String, Object> example = new LinkedHashMap<>();
		if (depth < MAX_DEPTH) {
			properties.forEach(
					(name, schema) -> example.put(String.valueOf(name), value(map(schema), definitions, depth + 1)));
		}
		return example;
	}

	private static Map<?, ?> map(@Nullable Object value) {
		return (value instanceof Map<?, ?> map) ? map : Map.of();
	}

}
