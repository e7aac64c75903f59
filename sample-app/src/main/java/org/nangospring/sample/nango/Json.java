package org.nangospring.sample.nango;

import java.util.function.Consumer;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Making, reading and writing JSON.
 */
final class Json {

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private Json() {
	}

	static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	static ObjectNode object(Consumer<ObjectNode> content) {
		ObjectNode object = object();
		content.accept(object);
		return object;
	}

	static ArrayNode array() {
		return MAPPER.createArrayNode();
	}

	static ArrayNode array(Iterable<? extends JsonNode> elements) {
		ArrayNode array = array();
		elements.forEach(array::add);
		return array;
	}

	static ArrayNode texts(String... texts) {
		ArrayNode array = array();
		for (String text : texts) {
			array.add(text);
		}
		return array;
	}

	static byte[] write(JsonNode json) {
		return MAPPER.writeValueAsBytes(json);
	}

	/**
	 * An empty body is a missing node: for Nango it is not the same as {@code null}.
	 */
	static JsonNode read(byte[] body) throws JacksonException {
		return (body.length == 0) ? MissingNode.getInstance() : MAPPER.readTree(body);
	}

	/**
	 * What the validator behind Nango's messages calls the type of a value.
	 */
	static String typeOf(JsonNode json) {
		if (json.isMissingNode()) {
			return "undefined";
		}
		return switch (json.getNodeType()) {
			case NULL -> "null";
			case ARRAY -> "array";
			case STRING -> "string";
			case NUMBER -> "number";
			case BOOLEAN -> "boolean";
			default -> "object";
		};
	}

}
