package org.nangospring.client.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * Writes the fields of a form.
 */
public final class FormBody {

	private FormBody() {
	}

	/**
	 * Encodes a form.
	 * @param fields the fields, not encoded
	 * @return the form, a field for each value
	 * @throws IllegalArgumentException if a field has no name, or a value is null or not
	 * valid Unicode
	 */
	public static byte[] of(@Nullable MultiValueMap<String, String> fields) {
		StringJoiner form = new StringJoiner("&");
		for (Map.Entry<String, List<String>> field : Arguments.required(fields, "form").entrySet()) {
			String name = encode(field.getKey(), "name of a form field");
			for (String value : Arguments.required(field.getValue(), "values of a form field")) {
				form.add(name + "=" + encode(value, "value of form field " + field.getKey()));
			}
		}
		return form.toString().getBytes(StandardCharsets.US_ASCII);
	}

	private static String encode(@Nullable String text, String name) {
		return UriUtils.encode(Arguments.unicode(Arguments.required(text, name), name), StandardCharsets.UTF_8);
	}

}
