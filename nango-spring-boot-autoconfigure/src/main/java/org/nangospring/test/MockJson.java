package org.nangospring.test;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.NangoJson;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.ParameterizedTypeReference;

/**
 * JSON as the client writes and reads it.
 */
final class MockJson {

	private static final JavaType MAP = NangoJson.instance()
		.type(new ParameterizedTypeReference<Map<String, Object>>() {
		}.getType());

	private MockJson() {
	}

	static ObjectNode object() {
		return NangoJson.instance().mapper().createObjectNode();
	}

	static JsonNode of(@Nullable Object value) {
		return (value == null) ? NullNode.getInstance()
				: NangoJson.instance().mapper().readTree(NangoJson.instance().write(value));
	}

	static ObjectNode objectOf(Object value, String name) {
		if (of(value) instanceof ObjectNode object) {
			return object;
		}
		throw new IllegalArgumentException("The " + name + " must be an object in JSON, such as a map or a record, not "
				+ value.getClass().getName());
	}

	static JsonNode parse(String json) {
		JsonNode node = parseOrNull(json.getBytes(StandardCharsets.UTF_8));
		if (node == null) {
			throw new IllegalArgumentException("This is no JSON: " + json);
		}
		return node;
	}

	/**
	 * Reads JSON.
	 * @return the JSON, or null when it is none
	 */
	static @Nullable JsonNode parseOrNull(byte[] json) {
		try {
			JsonNode node = (json.length > 0) ? NangoJson.instance().mapper().readTree(json) : null;
			return (node == null || node.isMissingNode()) ? null : node;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * An object as maps, lists and scalars.
	 */
	static Map<String, @Nullable Object> map(JsonNode node) {
		Map<String, @Nullable Object> map = NangoJson.instance().convert(node, MAP);
		return (map != null) ? map : Map.of();
	}

	static byte[] bytes(JsonNode node) {
		return NangoJson.instance().mapper().writeValueAsBytes(node);
	}

}
