package org.nangospring.client.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.ApiError;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoAccessDeniedException;
import org.nangospring.client.NangoActionException;
import org.nangospring.client.NangoApiException;
import org.nangospring.client.NangoAuthenticationException;
import org.nangospring.client.NangoCredentialsException;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoInvalidRequestException;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoUpstreamException;
import org.nangospring.client.http.NangoRequest.Origin;
import org.nangospring.client.http.NangoRequest.Repeat;

import org.springframework.http.HttpHeaders;

/**
 * Maps answers with a status other than 2xx to exceptions, and decides there whether the
 * attempt may be repeated. Statuses alone do not tell: an unknown connection is 404 on
 * some endpoints and 400 on others, so codes come first.
 */
final class AnswerErrors {

	private static final Set<String> NOT_FOUND = Set.of("not_found", "unknown_connection", "unknown_provider_config",
			"no_syncs_found", "unknown_sync");

	private static final Set<String> CREDENTIALS = Set.of("invalid_credentials", "connection_refresh_backoff",
			"refresh_token_external_error", "invalid_grant");

	private final EngineSettings settings;

	AnswerErrors(EngineSettings settings) {
		this.settings = settings;
	}

	NangoException map(Call call, RawResponse response) {
		NangoRequest<?> request = call.request();
		int status = response.status();
		FailedCall failed = call.failed().withRetryAfter(retryAfter(response));
		List<String> secrets = ShownText.secrets(request, this.settings);
		ErrorBody body = ErrorBody.of(response, secrets);
		if (request.origin() != Origin.NANGO && !ProxyAnswer.isNangos(body)) {
			return upstream(failed.withRepeatable(providerMayBeAskedAgain(request, status)), response);
		}
		if (status >= 300 && status < 400) {
			return new NangoResponseException(failed, status, ShownText.masked(redirect(response), secrets));
		}
		if (status == 404 && body.error().code() == null) {
			return new NangoResponseException(failed, status,
					"the answer is 404 without Nango's own error, so it is not"
							+ " known what is missing. Does nango.host name the API of a Nango server of version 0.71 or later?");
		}
		if (body.upstream() != null) {
			return upstreamOfAction(failed, body.upstream(), status);
		}
		return nango(failed.withRepeatable(repeatable(request, body)), body.error(), response);
	}

	private @Nullable Duration retryAfter(RawResponse response) {
		return (response.status() == 429 || response.status() >= 500)
				? RetryAfter.parse(response.headers().getFirst(HttpHeaders.RETRY_AFTER), this.settings.timing().now())
				: null;
	}

	private static boolean repeatable(NangoRequest<?> request, ErrorBody body) {
		if (request.repeat() == Repeat.NEVER || isScriptFailure(body.error())) {
			return false;
		}
		if (ProxyAnswer.isRateLimit(body)) {
			return true;
		}
		return request.repeat() == Repeat.ALWAYS && passing(body.error().status());
	}

	private static boolean providerMayBeAskedAgain(NangoRequest<?> request, int status) {
		return request.repeat() == Repeat.ALWAYS && request.origin() == Origin.PROVIDER && passing(status);
	}

	private static boolean passing(int status) {
		return status == 408 || status == 429 || (status >= 500 && status != 501);
	}

	private static NangoUpstreamException upstream(FailedCall failed, RawResponse response) {
		return new NangoUpstreamException(failed, response.status(), response.headers(), response.body());
	}

	private static NangoUpstreamException upstreamOfAction(FailedCall failed, Map<?, ?> upstream, int status) {
		HttpHeaders headers = new HttpHeaders();
		if (upstream.get("headers") instanceof Map<?, ?> map) {
			map.forEach((name, value) -> headers.add(String.valueOf(name), String.valueOf(value)));
		}
		Object body = upstream.get("body");
		byte[] bytes = (body instanceof String text) ? text.getBytes(StandardCharsets.UTF_8)
				: (body != null) ? NangoJson.instance().write(body) : new byte[0];
		int upstreamStatus = (upstream.get("status") instanceof Number number) ? number.intValue() : status;
		return new NangoUpstreamException(failed, upstreamStatus, headers, bytes);
	}

	private NangoApiException nango(FailedCall failed, ApiError error, RawResponse response) {
		String code = (error.code() != null) ? error.code() : "";
		int status = error.status();
		if (status == 401) {
			if (code.contains("session_token")) {
				return new NangoAuthenticationException(failed, error, "Create a new connect session.");
			}
			return new NangoAuthenticationException(failed, error,
					"Check nango.secret-key: it has to be a key of the environment that "
							+ this.settings.host().getAuthority() + " is asked for.");
		}
		if (status == 403) {
			return new NangoAccessDeniedException(failed, error,
					code.isEmpty()
							? "This is not Nango's own error: something in front of Nango may have refused the call."
							: "Give the key that scope, or use another key.");
		}
		if (status == 429) {
			return new NangoRateLimitException(failed, error, rateLimitAdvice(response));
		}
		if (CREDENTIALS.contains(code)) {
			return new NangoCredentialsException(failed, error, "Let the user connect again.");
		}
		if (isScriptFailure(error)) {
			return new NangoActionException(failed, error, null);
		}
		if (status == 404 || NOT_FOUND.contains(code) || connectionMissing(error)) {
			return new NangoNotFoundException(failed, error, null);
		}
		return (status >= 500) ? new NangoServerException(failed, error, serverAdvice(error))
				: new NangoInvalidRequestException(failed, error, null);
	}

	private static @Nullable String serverAdvice(ApiError error) {
		return "Failed to initialize the function execution environment".equals(error.message())
				? "This Nango server has no sandbox to compile and run functions in; Nango Cloud has one." : null;
	}

	private @Nullable String rateLimitAdvice(RawResponse response) {
		Duration wait = retryAfter(response);
		return (wait != null) ? "Nango asks to wait " + wait.toSeconds() + " s." : null;
	}

	private static @Nullable String locationHost(RawResponse response) {
		try {
			URI location = response.headers().getLocation();
			return (location != null) ? location.getHost() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static String redirect(RawResponse response) {
		String host = locationHost(response);
		String target = (host != null) ? " to " + host : "";
		if (response.status() == 304) {
			return "the server answered 304 although nothing was known that could be unchanged";
		}
		return "the server answered " + response.status() + ", a redirect" + target
				+ ". Redirects are not followed, because the key belongs to nango.host only."
				+ " Set nango.host to the address of the API itself.";
	}

	/**
	 * What a script reported. Asking for it again answers the same again.
	 */
	private static boolean isScriptFailure(ApiError error) {
		String code = error.code();
		return code != null && (code.startsWith("script_") || code.startsWith("action_script"));
	}

	/**
	 * Two endpoints say in words only that there is no such connection.
	 */
	private static boolean connectionMissing(ApiError error) {
		return error.status() == 400 && ("Connection not found".equals(error.message())
				|| "Failed to get connection".equals(error.message()));
	}

}
