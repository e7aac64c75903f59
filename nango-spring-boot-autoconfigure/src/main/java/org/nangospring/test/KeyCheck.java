package org.nangospring.test;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Refuses calls without the key of the mock.
 */
final class KeyCheck {

	private static final String PREFIX = "Bearer ";

	private static final String UUID_V4 = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

	private final String secretKey;

	KeyCheck(String secretKey) {
		this.secretKey = secretKey;
	}

	void check(NangoCall call) {
		if (call.path().equals("/health") || call.path().equals(ConnectEndpoints.SESSION)) {
			return;
		}
		String key = key(call.header(HttpHeaders.AUTHORIZATION));
		if (!key.matches(UUID_V4)) {
			throw refused("invalid_secret_key_format", "The provided secret key is not a UUID v4.");
		}
		if (!key.equals(this.secretKey)) {
			throw refused("unknown_account", "The provided authorization header does not match any account.");
		}
	}

	private static String key(@Nullable String authorization) {
		if (authorization == null) {
			throw refused("missing_auth_header", "The request is missing the Authorization header.");
		}
		return authorization.startsWith(PREFIX) ? authorization.substring(PREFIX.length()) : authorization;
	}

	private static MockError refused(String code, String message) {
		return MockError.of(401, code, "Authentication failed. " + message, MockJson.object())
			.hint("the key is not that of the mock: clients of your own take it from nangoMock.secretKey()");
	}

}
