package org.nangospring.sample.nango;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * {@code /proxy/**}.
 */
final class ProxyApi {

	private static final String PREFIX = "nango-proxy-";

	private static final String FORM = "application/x-www-form-urlencoded";

	// Of a plain success, Nango lets only these of the provider's headers through
	private static final Set<String> SUCCESS_HEADERS = Set.of(Answer.CONTENT_TYPE, "x-request-id", "x-correlation-id",
			"mcp-session-id");

	private final Workspace workspace;

	ProxyApi(Workspace workspace) {
		this.workspace = workspace;
	}

	void register(Router router) {
		for (String method : List.of("GET", "POST", "PUT", "PATCH", "DELETE")) {
			router.add(method, "/proxy/**", this::forward);
		}
	}

	private Answer forward(Request request, List<String> path) {
		Violations violations = Violations.ofHeaders();
		ConnectionHeaders headers = ConnectionHeaders.of(request, violations);
		checkOptions(request, violations);
		violations.throwIfAny();
		Connection connection = this.workspace.connections().find(headers.connectionId(), headers.providerConfigKey());
		if (connection == null) {
			throw ApiError.of(400, "server_error", "Failed to get connection");
		}
		if (!isEmpty(request.header("base-url-override"))) {
			// there is no other provider than the one in this process
			throw ApiError.of(400, "base_url_override_not_allowed",
					"This outbound URL is not allowed by server configuration.");
		}
		switch (this.workspace.use(connection, false)) {
			case FAILED, BACKING_OFF -> throw ApiError.of(424, "connection_refresh_backoff", Credentials.BACKING_OFF);
			case VALID, REFRESHED -> {
				// go on
			}
		}
		return fromProvider(this.workspace.provider().exchange(toProvider(request, connection)));
	}

	private static void checkOptions(Request request, Violations violations) {
		String retryOn = request.header("retry-on");
		if (retryOn != null && !retryOn.matches("^\\d+(,\\d+)*$")) {
			violations.add("invalid_format", "Invalid string: must match pattern /^\\d+(,\\d+)*$/", "retry-on");
		}
		String decompress = request.header("decompress");
		if (decompress != null && !Set.of("true", "false").contains(decompress)) {
			violations.add("invalid_value", "Invalid option: expected one of \"true\"|\"false\"", "decompress");
		}
		String override = request.header("base-url-override");
		if (override != null && !isEmpty(override) && !override.matches("https?://[^\\s/]+.*")) {
			violations.invalidUnion("base-url-override");
		}
	}

	private static Request toProvider(Request request, Connection connection) {
		Map<String, String> headers = new TreeMap<>();
		headers.put("accept", "application/json, text/plain, */*");
		headers.put("user-agent", "embedded-nango");
		headers.put("authorization", connection.credentials().authorization());
		String contentType = request.contentType();
		byte[] body = request.body();
		if (contentType.equals(FORM) && request.header(PREFIX + Answer.CONTENT_TYPE) == null) {
			// Nango turns a form into JSON unless it is told the content type twice
			body = formToJson(body);
			contentType = "application/json";
		}
		if (body.length > 0) {
			headers.put(Answer.CONTENT_TYPE, contentType.isEmpty() ? FORM : contentType);
		}
		request.headers().forEach((name, value) -> {
			if (name.startsWith(PREFIX)) {
				headers.put(name.substring(PREFIX.length()), value);
			}
		});
		return new Request(request.method(), providerUri(request.uri()), headers, body);
	}

	private static URI providerUri(URI uri) {
		String path = uri.getRawPath().substring("/proxy".length());
		String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
		return URI.create("/" + path.replaceFirst("^/+", "") + query);
	}

	private static byte[] formToJson(byte[] body) {
		Map<String, String> fields = new LinkedHashMap<>();
		for (String pair : new String(body, StandardCharsets.UTF_8).split("&")) {
			String[] parts = pair.split("=", 2);
			fields.put(decode(parts[0]), (parts.length > 1) ? decode(parts[1]) : "");
		}
		return Json.write(Json.object((it) -> fields.forEach(it::put)));
	}

	private static Answer fromProvider(Answer answer) {
		if (answer.status() >= 300) {
			return answer;
		}
		Map<String, String> headers = new LinkedHashMap<>(answer.headers());
		headers.keySet().retainAll(SUCCESS_HEADERS);
		// every other success becomes a plain 200
		return new Answer((answer.status() == 204) ? 204 : 200, headers, answer.body());
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private static boolean isEmpty(@Nullable String text) {
		return text == null || text.isEmpty();
	}

}
