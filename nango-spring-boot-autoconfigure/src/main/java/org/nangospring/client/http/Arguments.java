package org.nangospring.client.http;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Refuses arguments that could not be sent as they are, before anything is sent.
 */
public final class Arguments {

	private Arguments() {
	}

	/**
	 * Checks an id or a name that becomes part of a path, a header or a query.
	 * @param value the id
	 * @param name what to call it in the error
	 * @return the id
	 * @throws IllegalArgumentException if it is null, blank, {@code .} or {@code ..}, or
	 * has control characters
	 */
	public static String id(@Nullable String value, String name) {
		String text = text(value, name);
		if (text.equals(".") || text.equals("..")) {
			throw new IllegalArgumentException(
					"The " + name + " must not be \"" + text + "\": a server would take it for a step between folders");
		}
		return text;
	}

	/**
	 * Checks a text that has to be there.
	 * @param value the text
	 * @param name what to call it in the error
	 * @return the text
	 * @throws IllegalArgumentException if it is null, blank or has control characters
	 */
	public static String text(@Nullable String value, String name) {
		if (value == null || value.isBlank()) {
			throw new IllegalArgumentException("The " + name + " must not be " + ((value == null) ? "null" : "blank"));
		}
		noControlCharacters(value, name);
		return value;
	}

	/**
	 * Checks that there are no control characters, so no line breaks either.
	 * @param value the text
	 * @param name what to call it in the error
	 * @return the text
	 * @throws IllegalArgumentException if there are
	 */
	public static String noControlCharacters(String value, String name) {
		for (int i = 0; i < value.length(); i++) {
			if (Character.isISOControl(value.charAt(i))) {
				throw new IllegalArgumentException(
						"The " + name + " must not contain control characters (there is one at index " + i + ")");
			}
		}
		return unicode(value, name);
	}

	/**
	 * Refuses text with half a character: it would arrive as another one.
	 * @param value the text
	 * @param name what the text is, for the message
	 * @return the text
	 */
	public static String unicode(String value, String name) {
		for (int i = 0; i < value.length(); i++) {
			if (Character.isSurrogate(value.charAt(i)) && !isPair(value, i)) {
				throw new IllegalArgumentException(
						"The " + name + " is not valid Unicode (there is half a character at index " + i + ")");
			}
		}
		return value;
	}

	private static boolean isPair(String value, int index) {
		char current = value.charAt(index);
		if (Character.isHighSurrogate(current)) {
			return index + 1 < value.length() && Character.isLowSurrogate(value.charAt(index + 1));
		}
		return index > 0 && Character.isHighSurrogate(value.charAt(index - 1));
	}

	/**
	 * Checks ids or names of which there has to be at least one.
	 * @param values the ids
	 * @param name what to call one of them in the error
	 * @return a copy
	 * @throws IllegalArgumentException if there is none, or one is not valid
	 */
	public static List<String> ids(@Nullable Collection<String> values, String name) {
		if (values == null || values.isEmpty()) {
			throw new IllegalArgumentException("Name at least one " + name);
		}
		return values.stream().map((value) -> id(value, name)).toList();
	}

	/**
	 * Checks a number.
	 * @param value the number
	 * @param min the least allowed
	 * @param max the most allowed
	 * @param name what to call it in the error
	 * @return the number
	 * @throws IllegalArgumentException if it is outside
	 */
	public static int range(int value, int min, int max, String name) {
		if (value < min || value > max) {
			throw new IllegalArgumentException(
					"The " + name + " must be from " + min + " to " + max + ", not " + value);
		}
		return value;
	}

	/**
	 * Checks that a value is there.
	 * @param <T> the type of the value
	 * @param value the value
	 * @param name what to call it in the error
	 * @return the value
	 * @throws IllegalArgumentException if it is null
	 */
	public static <T> T required(@Nullable T value, String name) {
		if (value == null) {
			throw new IllegalArgumentException("The " + name + " must not be null");
		}
		return value;
	}

	/**
	 * Checks a limit in time.
	 * @param duration the limit
	 * @param name what to call it in the error
	 * @return the limit
	 * @throws IllegalArgumentException if it is null, shorter than a millisecond or
	 * longer than 24 days
	 */
	public static Duration positive(@Nullable Duration duration, String name) {
		Duration limit = required(duration, name);
		// Netty counts some limits in an int of milliseconds
		if (limit.compareTo(Duration.ofMillis(1)) < 0 || limit.compareTo(Duration.ofDays(24)) > 0) {
			throw new IllegalArgumentException("The " + name + " must be from 1 millisecond to 24 days, not " + limit);
		}
		return limit;
	}

}
