package org.nangospring.sample.failure;

import org.nangospring.client.NangoAccessDeniedException;
import org.nangospring.client.NangoActionException;
import org.nangospring.client.NangoAuthenticationException;
import org.nangospring.client.NangoCredentialsException;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoInvalidRequestException;
import org.nangospring.client.NangoNotFoundException;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoUpstreamException;

/**
 * The kinds of failures that an application tells apart.
 */
enum FailureKind {

	KEY(502, "Nango does not accept the key",
			"Check NANGO_SECRET_KEY and NANGO_HOST, then start the application again."),

	SCOPE(502, "The key may not do this", "Give the key the scope that is named, or use another key."),

	NOT_FOUND(404, "There is no such thing", "Check the names: integration, connection, model, sync or action."),

	INVALID_REQUEST(400, "Nango refused the input", "Correct what Nango names and try again."),

	CREDENTIALS(424, "The connection's credentials no longer work",
			"Its user has to connect again; until then Nango cannot act for them."),

	RATE_LIMIT(429, "Too many calls", "Wait as long as Nango asks to and try again."),

	ACTION(502, "The action failed", "See what its script reported, and check the input."),

	UPSTREAM(502, "The provider answered with an error", "See what the provider said. Nango itself worked."),

	TIMEOUT(504, "Nango did not answer in time", "Try again. If it goes on, check that the server is well."),

	BUSY(503, "All connections to Nango are in use", "Try again in a moment, or allow more connections."),

	BROKEN(502, "The connection to Nango broke",
			"Reads were tried again already. Look whether a write was carried out before you send it again."),

	UNREACHABLE(502, "Nango cannot be reached",
			"Check NANGO_HOST and that the server runs and can be reached from here."),

	OTHER(502, "Nango could not carry out the call", "Try again. If it goes on, look at Nango's logs.");

	private final int httpStatus;

	private final String title;

	private final String advice;

	FailureKind(int httpStatus, String title, String advice) {
		this.httpStatus = httpStatus;
		this.title = title;
		this.advice = advice;
	}

	static FailureKind of(NangoException ex) {
		if (ex instanceof NangoTransportException transport) {
			return of(transport.reason());
		}
		if (ex instanceof NangoUpstreamException) {
			return UPSTREAM;
		}
		if (ex instanceof NangoAuthenticationException) {
			return KEY;
		}
		if (ex instanceof NangoAccessDeniedException) {
			return SCOPE;
		}
		if (ex instanceof NangoNotFoundException) {
			return NOT_FOUND;
		}
		if (ex instanceof NangoInvalidRequestException) {
			return INVALID_REQUEST;
		}
		if (ex instanceof NangoCredentialsException) {
			return CREDENTIALS;
		}
		if (ex instanceof NangoRateLimitException) {
			return RATE_LIMIT;
		}
		return (ex instanceof NangoActionException) ? ACTION : OTHER;
	}

	private static FailureKind of(NangoTransportException.Reason reason) {
		return switch (reason) {
			case TIMEOUT -> TIMEOUT;
			case POOL -> BUSY;
			case RESET -> BROKEN;
			case CONNECT, TLS, INTERRUPTED, CLOSED -> UNREACHABLE;
		};
	}

	int httpStatus() {
		return this.httpStatus;
	}

	String title() {
		return this.title;
	}

	String advice() {
		return this.advice;
	}

}
