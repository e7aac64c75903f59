package org.nangospring.client.http;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.http.HttpHeaders;

/**
 * Makes what a server says fit for messages: it neither writes lines of its own into a
 * log, nor fills it, nor quotes what it was told in confidence.
 */
public final class ShownText {

	/** With the separators of Unicode, which some viewers take for line breaks. */
	private static final Pattern BREAKS = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+");

	private ShownText() {
	}

	/**
	 * A text as one line.
	 * @param text the text
	 * @param max how many characters of it are kept
	 * @return the text with spaces in place of line breaks and control characters
	 */
	public static String oneLine(String text, int max) {
		String line = BREAKS.matcher(text).replaceAll(" ").strip();
		return (line.length() > max) ? line.substring(0, max) + "..." : line;
	}

	/**
	 * A text without what the server was told in confidence.
	 */
	static String masked(String text, List<String> secrets) {
		String masked = text;
		for (String secret : secrets) {
			masked = masked.replace(secret, "***");
		}
		return masked;
	}

	/**
	 * What the server was told in confidence.
	 */
	static List<String> secrets(NangoRequest<?> request, EngineSettings settings) {
		String own = request.headers().getFirst(HttpHeaders.AUTHORIZATION);
		return (own != null) ? List.of(settings.secretKey(), own.substring("Bearer ".length()))
				: List.of(settings.secretKey());
	}

}
