package org.nangospring.sample.nango;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A query string, read as Nango reads it: {@code a=1&a=2}, {@code a[]=1} and
 * {@code a[0]=1} are lists, {@code a[b]=1} is a record.
 */
final class Query {

	private static final Set<String> TRUE = Set.of("true", "1", "yes", "on", "y", "enabled");

	private final Violations violations = Violations.ofQuery();

	private final Map<String, List<Parameter>> parameters = new LinkedHashMap<>();

	Query(@Nullable String raw) {
		if (raw == null || raw.isEmpty()) {
			return;
		}
		for (String pair : raw.split("&")) {
			int equals = pair.indexOf('=');
			String name = decode((equals < 0) ? pair : pair.substring(0, equals));
			String value = (equals < 0) ? "" : decode(pair.substring(equals + 1));
			int bracket = name.indexOf('[');
			boolean indexed = bracket > 0 && name.endsWith("]");
			String base = indexed ? name.substring(0, bracket) : name;
			String index = indexed ? name.substring(bracket + 1, name.length() - 1) : null;
			this.parameters.computeIfAbsent(base, (key) -> new ArrayList<>()).add(new Parameter(index, value));
		}
	}

	@Nullable String text(String name) {
		List<Parameter> values = values(name);
		if (values.size() > 1 || (values.size() == 1 && values.get(0).index() != null)) {
			this.violations.wrongType("string", "array", name);
			return null;
		}
		return values.isEmpty() ? null : values.get(0).value();
	}

	String requiredText(String name) {
		if (!this.parameters.containsKey(name)) {
			this.violations.wrongType("string", "undefined", name);
		}
		String text = text(name);
		return (text != null) ? text : "";
	}

	boolean flag(String name) {
		String text = text(name);
		return text != null && TRUE.contains(text);
	}

	int number(String name, int minimum, int maximum, int fallback) {
		String text = text(name);
		if (text == null) {
			return fallback;
		}
		if (!text.matches("-?\\d{1,9}")) {
			this.violations.wrongType("number", "NaN", name);
			return fallback;
		}
		int number = Integer.parseInt(text);
		if (number < minimum) {
			this.violations.add("too_small", "Too small: expected number to be >=" + minimum, name);
		}
		if (number > maximum) {
			this.violations.add("too_big", "Too big: expected number to be <=" + maximum, name);
		}
		return number;
	}

	List<String> list(String name) {
		return values(name).stream().map(Parameter::value).toList();
	}

	Map<String, String> record(String name) {
		Map<String, String> entries = new LinkedHashMap<>();
		for (Parameter parameter : values(name)) {
			if (parameter.index() == null) {
				this.violations.wrongType("record", "string", name);
			}
			else {
				entries.put(parameter.index(), parameter.value());
			}
		}
		return entries;
	}

	Violations violations() {
		return this.violations;
	}

	/**
	 * Call this last: it reports what reading the parameters has found wrong, and every
	 * parameter that the endpoint doesn't know.
	 * @param known the parameters of the endpoint
	 */
	void allowOnly(String... known) {
		Set<String> names = Set.of(known);
		this.violations.unrecognized(this.parameters.keySet().stream().filter((name) -> !names.contains(name)).toList())
			.throwIfAny();
	}

	private List<Parameter> values(String name) {
		return this.parameters.getOrDefault(name, List.of());
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private record Parameter(@Nullable String index, String value) {
	}

}
