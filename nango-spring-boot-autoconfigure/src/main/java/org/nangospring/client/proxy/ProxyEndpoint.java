package org.nangospring.client.proxy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

/**
 * Turns a provider's endpoint into the end of a URI. What is already encoded stays as it
 * is; what a URI cannot carry is encoded; what could lead elsewhere is refused.
 */
final class ProxyEndpoint {

	private static final String ALLOWED = "-._~!$&'()*+,;=:@/";

	private ProxyEndpoint() {
	}

	/**
	 * Encodes an endpoint.
	 * @param endpoint a path, possibly with a query, such as
	 * {@code /user/repos?sort=full}
	 * @return the same, encoded, with one slash at its beginning
	 * @throws IllegalArgumentException if it names a host, climbs between folders, or is
	 * not valid
	 */
	static String encode(@Nullable String endpoint) {
		String text = Arguments.text(endpoint, "endpoint");
		// with a slash before it or not, the same is sent
		String relative = text.startsWith("/") ? text.substring(1) : text;
		if (relative.startsWith("/") || relative.startsWith("\\")
				|| relative.matches("(?s)[a-zA-Z][a-zA-Z0-9+.-]*://.*")) {
			throw new IllegalArgumentException("The endpoint must be a path of the provider's API such as"
					+ " /user/repos, without a host. For another host set baseUrlOverride.");
		}
		if (text.indexOf('#') >= 0) {
			throw new IllegalArgumentException("The endpoint must not have a fragment. Write # as %23.");
		}
		int question = text.indexOf('?');
		String path = (question < 0) ? text : text.substring(0, question);
		if (climbs(path)) {
			throw new IllegalArgumentException("The endpoint must not have the segments . or ..");
		}
		String query = (question < 0) ? "" : "?" + encode(text.substring(question + 1), ALLOWED + "?");
		return (path.startsWith("/") ? "" : "/") + encode(path, ALLOWED) + query;
	}

	/**
	 * Whether a server on the way could take a part of the path for a step up: some
	 * decode separators, take \ for one, or leave out what follows a semicolon.
	 */
	private static boolean climbs(String path) {
		for (String segment : path.toLowerCase(Locale.ROOT).replace("%2e", ".").split("/|\\\\|%2f|%5c")) {
			String plain = segment.split(";|%3b", 2)[0];
			if (plain.equals(".") || plain.equals("..")) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Encodes a query that is given as a whole.
	 * @param query the query without a question mark
	 * @return the same, encoded where it is not yet
	 * @throws IllegalArgumentException if it is not valid
	 */
	static String encodeQuery(@Nullable String query) {
		String text = Arguments.text(query, "query");
		if (text.startsWith("?") || text.indexOf('#') >= 0) {
			throw new IllegalArgumentException("The query must not begin with ? nor have a fragment. Write # as %23.");
		}
		return encode(text, ALLOWED + "?");
	}

	private static String encode(String text, String allowed) {
		StringBuilder encoded = new StringBuilder(text.length() + 16);
		for (int i = 0; i < text.length();) {
			int character = text.codePointAt(i);
			if (character == '%') {
				encoded.append(escape(text, i));
				i += 3;
				continue;
			}
			if (isAsciiLetterOrDigit(character) || allowed.indexOf(character) >= 0) {
				encoded.appendCodePoint(character);
			}
			else {
				for (byte part : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
					encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(part));
				}
			}
			i += Character.charCount(character);
		}
		return encoded.toString();
	}

	private static String escape(String text, int index) {
		if (index + 2 >= text.length() || !HexFormat.isHexDigit(text.charAt(index + 1))
				|| !HexFormat.isHexDigit(text.charAt(index + 2))) {
			throw new IllegalArgumentException(
					"There is a % that does not begin an escape (at index " + index + "). Write % as %25.");
		}
		return text.substring(index, index + 3);
	}

	private static boolean isAsciiLetterOrDigit(int character) {
		return (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
				|| (character >= '0' && character <= '9');
	}

}
