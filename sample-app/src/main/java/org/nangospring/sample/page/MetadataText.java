package org.nangospring.sample.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.sample.failure.InvalidInputException;
import org.nangospring.sample.web.JsonText;

import org.springframework.stereotype.Component;

/**
 * Values of metadata as people type them: JSON if they are JSON, and text otherwise, so
 * that nobody has to put quotation marks around a word.
 */
@Component
class MetadataText {

	private static final String BEGINS_JSON = "{[\"";

	private final JsonText json;

	MetadataText(JsonText json) {
		this.json = json;
	}

	/**
	 * Reads what was typed.
	 * @param text the text
	 * @return maps, lists and scalars
	 * @throws InvalidInputException if it begins as JSON does and then is not
	 */
	@Nullable Object read(String text) {
		String value = text.strip();
		if (value.isEmpty()) {
			return "";
		}
		try {
			return this.json.read(value);
		}
		catch (InvalidInputException ex) {
			if (BEGINS_JSON.indexOf(value.charAt(0)) >= 0) {
				throw ex;
			}
			return value;
		}
	}

	List<MetadataRow> rows(Map<String, ? extends @Nullable Object> metadata) {
		List<MetadataRow> rows = new ArrayList<>();
		metadata.forEach((key, value) -> {
			String id = key.matches("[\\w.-]+") ? "key-" + key : "number-" + rows.size();
			rows.add(new MetadataRow(id, key, write(value)));
		});
		return rows;
	}

	private String write(@Nullable Object value) {
		if (value instanceof String text && isText(text)) {
			return text;
		}
		return this.json.writeCompact(value);
	}

	/**
	 * Whether a text is still one when it is read again.
	 */
	private boolean isText(String text) {
		try {
			return text.equals(read(text));
		}
		catch (InvalidInputException ex) {
			return false;
		}
	}

}
