package org.nangospring.client.operation;

import java.time.Duration;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoAccessDeniedException;
import org.nangospring.client.NangoAuthenticationException;
import org.nangospring.client.NangoCredentialsException;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoInvalidRequestException;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoServerException;
import org.nangospring.client.NangoUpstreamException;

/**
 * The ways in which Nango says no, and what each has to become.
 */
enum ErrorShape {

	FIELDS(400, NangoInvalidRequestException.class, "invalid_query_params", """
			{"error":{"code":"invalid_query_params","errors":[
			{"code":"too_small","message":"Too small","path":["limit"]},
			{"code":"invalid_type","message":"Not a list","path":["syncs",0,"name"]}]}}"""),

	UNAUTHORIZED(401, NangoAuthenticationException.class, "unknown_account", """
			{"error":{"code":"unknown_account","message":"Authentication failed.","payload":{}}}"""),

	FORBIDDEN(403, NangoAccessDeniedException.class, "forbidden", """
			{"error":{"code":"forbidden","message":"Insufficient scope. Required: environment:connections:list"}}"""),

	NOT_FOUND(404, NangoNotFoundException.class, "not_found", """
			{"error":{"code":"not_found","message":"It does not exist"}}"""),

	UNKNOWN_CONNECTION(400, NangoNotFoundException.class, "unknown_connection", """
			{"error":{"code":"unknown_connection"}}"""),

	RATE_LIMITED(429, NangoRateLimitException.class, "too_many_request", """
			{"error":{"code":"too_many_request","method":"GET","path":"/"}}""") {
		@Override
		ResponseDefinitionBuilder answer() {
			// longer than the client is ready to wait
			return super.answer().withHeader("Retry-After", "59");
		}

		@Override
		Duration retryAfter() {
			return Duration.ofSeconds(59);
		}
	},

	SERVER_ERROR(500, NangoServerException.class, "generic_error_support",
			"""
					{"error":{"message":"An error occurred. Please contact support with this id: 1","code":"generic_error_support"}}"""),

	BAD_GATEWAY(502, NangoServerException.class, null, "<html><body>Bad Gateway</body></html>") {
		@Override
		ResponseDefinitionBuilder answer() {
			return super.answer().withHeader("Content-Type", "text/html");
		}

		@Override
		Class<? extends NangoException> exception(Operation operation) {
			// nothing says that it was Nango: it may be the provider
			return operation.isProxy() ? NangoUpstreamException.class : super.exception(operation);
		}
	},

	CREDENTIALS(424, NangoCredentialsException.class, "invalid_credentials", """
			{"error":{"code":"invalid_credentials","message":"The refresh failed"}}""");

	private final int status;

	private final Class<? extends NangoException> exception;

	private final @Nullable String code;

	private final String body;

	ErrorShape(int status, Class<? extends NangoException> exception, @Nullable String code, String body) {
		this.status = status;
		this.exception = exception;
		this.code = code;
		this.body = body;
	}

	boolean isErrorOf(Operation operation) {
		return this != NOT_FOUND || !operation.isAbsentNoError();
	}

	int status() {
		return this.status;
	}

	@Nullable String code() {
		return this.code;
	}

	Class<? extends NangoException> exception(Operation operation) {
		return this.exception;
	}

	@Nullable Duration retryAfter() {
		return null;
	}

	/**
	 * How often the operation is attempted before it fails with this.
	 */
	int attempts(Operation operation) {
		return (this.status >= 500)
				? operation.attemptsOnPassingFailure(exception(operation) == NangoUpstreamException.class) : 1;
	}

	ResponseDefinitionBuilder answer() {
		ResponseDefinitionBuilder answer = WireMock.aResponse().withStatus(this.status).withBody(this.body);
		return this.body.startsWith("{") ? answer.withHeader("Content-Type", "application/json") : answer;
	}

}
