package org.nangospring.test;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.MultiValueMap;

/**
 * The query of a call, checked as Nango checks it.
 */
final class Parameters {

	static final String CODE = "invalid_query_params";

	private final MultiValueMap<String, String> values;

	/**
	 * Reads the query of a call.
	 * @param call the call
	 * @param known the parameters there may be; {@code tags[]} stands for all of that
	 * form
	 */
	Parameters(NangoCall call, String... known) {
		this.values = call.query();
		Set<String> names = Set.of(known);
		for (String name : this.values.keySet()) {
			if (!names.contains(name) && !names.contains(name.replaceFirst("\\[.*]$", "[]"))) {
				throw MockError.invalid(CODE, "unrecognized_keys", "Unrecognized key: \"" + name + "\"");
			}
		}
	}

	@Nullable String text(String name) {
		return this.values.getFirst(name);
	}

	String required(String name) {
		String text = text(name);
		if (text == null) {
			throw MockError.missing(CODE, name);
		}
		return text;
	}

	boolean flag(String name) {
		return Set.of("true", "1").contains(String.valueOf(text(name)));
	}

	int number(String name, int min, int max, int otherwise) {
		String text = text(name);
		if (text == null) {
			return otherwise;
		}
		if (!text.matches("-?\\d{1,9}")) {
			throw MockError.invalid(CODE, "invalid_type", "Invalid input: expected number, received NaN", name);
		}
		int number = Integer.parseInt(text);
		if (number < min) {
			throw MockError.invalid(CODE, "too_small", "Too small: expected number to be >=" + min, name);
		}
		if (number > max) {
			throw MockError.invalid(CODE, "too_big", "Too big: expected number to be <=" + max, name);
		}
		return number;
	}

	/**
	 * A list with commas in one value.
	 */
	List<String> commas(String name) {
		String text = text(name);
		return (text != null) ? Arrays.asList(text.split(",")) : List.of();
	}

	/**
	 * A parameter that is there several times.
	 */
	List<String> repeated(String name) {
		return this.values.getOrDefault(name, List.of());
	}

	/**
	 * Parameters of the form {@code name[key]}.
	 */
	Map<String, String> keyed(String name) {
		Map<String, String> entries = new LinkedHashMap<>();
		this.values.forEach((key, list) -> {
			if (key.startsWith(name + "[") && key.endsWith("]")) {
				entries.put(key.substring(name.length() + 1, key.length() - 1), list.get(0));
			}
		});
		return entries;
	}

}
