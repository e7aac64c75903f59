package org.nangospring.client.http;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.ApiError;

/**
 * Tells whose error came back through the proxy. Nango marks neither kind, and providers
 * use the same shapes, so an error counts as Nango's only where its status and code
 * together are among those that the proxy itself is known to answer with.
 */
final class ProxyAnswer {

	private static final Set<String> UNAUTHORIZED = Set.of("missing_auth_header", "malformed_auth_header",
			"invalid_secret_key_format", "unknown_account", "unauthorized", "invalid_auth_header");

	private static final Set<String> BAD_REQUEST = Set.of("base_url_override_not_allowed", "invalid_headers",
			"invalid_json", "invalid_query_params", "invalid_body", "unsupported_provider", "unknown_connection",
			"unknown_provider_config", "missing_connection_id", "missing_provider_config_key", "missing_base_api_url",
			"server_error", "invalid_credentials", "connection_refresh_backoff", "invalid_content_type",
			"missing_connection", "not_found");

	private static final Set<String> FAILED_DEPENDENCY = Set.of("connection_refresh_backoff", "invalid_credentials");

	private static final Set<String> SERVER = Set.of("generic_error_support", "server_error");

	private ProxyAnswer() {
	}

	static boolean isNangos(ErrorBody body) {
		ApiError error = body.error();
		String code = error.code();
		if (code == null) {
			return false;
		}
		if (!body.enveloped()) {
			return error.status() == 500 && body.method() != null && error.message() != null;
		}
		return switch (error.status()) {
			case 400, 404, 415 -> BAD_REQUEST.contains(code);
			case 401 -> UNAUTHORIZED.contains(code);
			case 403 -> code.equals("forbidden") && startsWith(error.message(), "Insufficient scope");
			case 424 -> FAILED_DEPENDENCY.contains(code);
			case 429 -> isRateLimit(body);
			case 500 -> SERVER.contains(code);
			default -> false;
		};
	}

	/**
	 * Whether Nango refused the call before it carried out any of it.
	 */
	static boolean isRateLimit(ErrorBody body) {
		return body.error().status() == 429 && "too_many_request".equals(body.error().code());
	}

	private static boolean startsWith(@Nullable String message, String start) {
		return message != null && message.startsWith(start);
	}

}
