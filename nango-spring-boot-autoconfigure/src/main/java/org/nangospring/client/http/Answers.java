package org.nangospring.client.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Helps models to hold what they promise, whatever the server leaves out.
 */
public final class Answers {

	private Answers() {
	}

	/**
	 * Refuses an answer that lacks what the client cannot do without.
	 * @param <T> the type of the value
	 * @param value the value
	 * @param field its name in JSON
	 * @return the value
	 * @throws UnusableAnswerException if it is missing
	 */
	public static <T> T required(@Nullable T value, String field) {
		if (value == null) {
			throw new UnusableAnswerException("the answer lacks \"" + field + "\"");
		}
		return value;
	}

	/**
	 * A list that is never null.
	 * @param <T> the type of the items
	 * @param list the list, or null
	 * @return an unmodifiable copy without null items
	 */
	public static <T> List<T> list(@Nullable List<T> list) {
		return (list != null) ? list.stream().filter((item) -> item != null).toList() : List.of();
	}

	/**
	 * The items of an answer that is a list of them.
	 * @param <T> the type of the items
	 * @param items the items
	 * @return an unmodifiable copy
	 * @throws UnusableAnswerException if one of them is null
	 */
	public static <T> List<T> items(List<? extends @Nullable T> items) {
		List<T> result = new ArrayList<>(items.size());
		for (T item : items) {
			if (item == null) {
				throw new UnusableAnswerException("the answer has null in its list");
			}
			result.add(item);
		}
		return Collections.unmodifiableList(result);
	}

	/**
	 * A copy of headers that does not keep those of the HTTP library alive.
	 * @param headers the headers
	 * @return a copy that can be serialized
	 */
	public static HttpHeaders headers(HttpHeaders headers) {
		HttpHeaders copy = new HttpHeaders();
		headers.forEach((name, values) -> copy.put(name, new ArrayList<>(values)));
		return copy;
	}

	/**
	 * An object of JSON as a map that is never null; its values may be, since JSON has
	 * null.
	 * @param <V> the type of the values
	 * @param map the map, or null
	 * @return an unmodifiable copy in the same order
	 */
	public static <V extends @Nullable Object> Map<String, V> map(@Nullable Map<String, V> map) {
		return (map != null && !map.isEmpty()) ? Collections.unmodifiableMap(new LinkedHashMap<>(map)) : Map.of();
	}

	/**
	 * A map that is never null, nor are its values.
	 * @param <V> the type of the values
	 * @param map the map, or null
	 * @return an unmodifiable copy in the same order, without null values
	 */
	public static <V> Map<String, V> values(@Nullable Map<String, V> map) {
		Map<String, V> values = new LinkedHashMap<>(map(map));
		values.values().removeIf((value) -> value == null);
		return Collections.unmodifiableMap(values);
	}

}
