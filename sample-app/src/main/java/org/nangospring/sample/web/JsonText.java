package org.nangospring.sample.web;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.failure.InvalidInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * JSON as people write and read it.
 */
@Component
public class JsonText {

	private final JsonMapper mapper;

	JsonText(JsonMapper mapper) {
		this.mapper = mapper;
	}

	/**
	 * Reads what a person typed.
	 * @param text JSON, or nothing
	 * @return maps, lists and scalars, or null when there is nothing
	 * @throws InvalidInputException if it is not JSON
	 */
	public @Nullable Object read(@Nullable String text) {
		if (text == null || text.isBlank()) {
			return null;
		}
		try {
			return this.mapper.readValue(text, Object.class);
		}
		catch (JacksonException ex) {
			throw new InvalidInputException("The input is not valid JSON" + where(ex.getLocation()) + ".");
		}
	}

	/**
	 * Writes a value with line breaks.
	 * @param value maps, lists and scalars
	 * @return JSON
	 */
	public String write(@Nullable Object value) {
		return this.mapper.writerWithDefaultPrettyPrinter().writeValueAsString(value);
	}

	/**
	 * Writes a value on one line.
	 * @param value maps, lists and scalars
	 * @return JSON
	 */
	public String writeCompact(@Nullable Object value) {
		return this.mapper.writeValueAsString(value);
	}

	/**
	 * Shows what came back from somewhere else.
	 * @param value maps, lists and scalars, or a text that may be JSON
	 * @return JSON with line breaks, or the text as it is
	 */
	public String show(@Nullable Object value) {
		return (value instanceof String text) ? format(text) : write(value);
	}

	private String format(String text) {
		try {
			return text.isBlank() ? text : write(this.mapper.readTree(text));
		}
		catch (JacksonException ex) {
			return text;
		}
	}

	private static String where(@Nullable TokenStreamLocation location) {
		return (location != null) ? " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")" : "";
	}

}
