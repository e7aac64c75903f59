package org.nangospring.sample.nango;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The tokens between the connections and the pretend provider. They name their account,
 * so that nobody has to keep a list of them and nobody takes them for real ones.
 */
final class FakeTokens {

	private static final Pattern AUTHORIZATION = Pattern
		.compile("Bearer fake-(?:access-token|api-key)\\.([a-z0-9-]+)(?:\\.\\d+)?");

	private FakeTokens() {
	}

	static String accessToken(String account, int generation) {
		return "fake-access-token." + account + "." + generation;
	}

	static String refreshToken(String account) {
		return "fake-refresh-token." + account;
	}

	static String apiKey(String account) {
		return "fake-api-key." + account;
	}

	/**
	 * Whose account a request to the provider is about.
	 * @param request a request with a token
	 * @return the account, empty without a token
	 */
	static String accountOf(Request request) {
		return Objects.requireNonNullElse(accountOf(request.header("authorization")), "");
	}

	static @Nullable String accountOf(@Nullable String authorization) {
		Matcher matcher = AUTHORIZATION.matcher((authorization != null) ? authorization : "");
		return matcher.matches() ? matcher.group(1) : null;
	}

}
