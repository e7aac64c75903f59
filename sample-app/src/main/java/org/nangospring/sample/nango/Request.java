package org.nangospring.sample.nango;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.sun.net.httpserver.Headers;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * One request, read to the end.
 *
 * @param method the HTTP method
 * @param uri the path and the query as sent
 * @param headers the headers by lower-case name, first value only
 * @param body the body, which may be empty
 */
record Request(String method, URI uri, Map<String, String> headers, byte[] body) {

	static Request of(String method, URI uri, Headers headers, byte[] body) {
		Map<String, String> first = new TreeMap<>();
		headers.forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.get(0)));
		return new Request(method, uri, first, body);
	}

	/**
	 * The parts of the path between its slashes. They are decoded after splitting, so
	 * that an escaped slash stays inside its part; empty parts are dropped.
	 * @return the decoded parts
	 */
	List<String> segments() {
		return Arrays.stream(this.uri.getRawPath().split("/"))
			.filter((segment) -> !segment.isEmpty())
			.map(Request::decode)
			.toList();
	}

	Query query() {
		return new Query(this.uri.getRawQuery());
	}

	@Nullable String header(String lowerCaseName) {
		return this.headers.get(lowerCaseName);
	}

	/**
	 * The media type without its parameters.
	 * @return the type in lower case, empty if there is none
	 */
	String contentType() {
		String type = header(Answer.CONTENT_TYPE);
		return (type != null) ? type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT) : "";
	}

	JsonNode json() {
		try {
			return Json.read(this.body);
		}
		catch (JacksonException ex) {
			throw ApiError.of(400, "invalid_json", "Unexpected token or end of JSON input");
		}
	}

	Fields fields() {
		return new Fields(json());
	}

	private static String decode(String segment) {
		// a plus is only a space in query strings
		return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
	}

}
