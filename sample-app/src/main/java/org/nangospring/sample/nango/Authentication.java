package org.nangospring.sample.nango;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Checks the key of a request.
 */
final class Authentication {

	private static final String PREFIX = "Bearer ";

	// lower case only: Nango compares keys as they are
	private static final Pattern UUID_V4 = Pattern
		.compile("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");

	private final byte[] secretKey;

	Authentication(String secretKey) {
		this.secretKey = secretKey.getBytes(StandardCharsets.UTF_8);
	}

	void check(@Nullable String authorization) {
		if (authorization == null) {
			throw failure("missing_auth_header", "The request is missing the Authorization header.");
		}
		// a key without the prefix is taken too, as Nango does
		String key = authorization.startsWith(PREFIX) ? authorization.substring(PREFIX.length()) : authorization;
		if (!UUID_V4.matcher(key).matches()) {
			throw failure("invalid_secret_key_format", "The provided secret key is not a UUID v4.");
		}
		if (!MessageDigest.isEqual(this.secretKey, key.getBytes(StandardCharsets.UTF_8))) {
			throw failure("unknown_account", "The provided authorization header does not match any account.");
		}
	}

	private static ApiError failure(String code, String message) {
		return ApiError.withPayload(401, code, "Authentication failed. " + message, Json.object());
	}

}
