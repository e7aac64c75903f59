package org.nangospring.sample.failure;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoActionException;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoUpstreamException;

/**
 * Describes exceptions.
 */
public final class Failures {

	private static final int BAD_REQUEST = 400;

	private static final int SERVER_ERROR = 500;

	private Failures() {
	}

	/**
	 * Describes a call that failed.
	 * @param ex the exception
	 * @return the description
	 */
	public static Failure of(NangoException ex) {
		FailureKind kind = FailureKind.of(ex);
		return new Failure(ex.getClass().getSimpleName(), kind.title(), String.valueOf(ex.getMessage()), kind.advice(),
				kind.httpStatus(), ex.operation(), ex.code(), ex.status(), ex.retryAfter(), body(ex));
	}

	/**
	 * Describes input that was refused before anything was sent.
	 * @param ex the exception, whose message is meant for people
	 * @return the description
	 */
	public static Failure ofInput(RuntimeException ex) {
		return new Failure(ex.getClass().getSimpleName(), "The input cannot be used", String.valueOf(ex.getMessage()),
				"Correct the input and try again. Nothing was sent.", BAD_REQUEST, null, null, null, null, null);
	}

	/**
	 * Describes a failure that nobody has foreseen. What the exception says is for the
	 * log alone.
	 * @param ex the exception
	 * @return the description
	 */
	public static Failure ofUnforeseen(RuntimeException ex) {
		String type = ex.getClass().getSimpleName();
		return new Failure(type, "Something went wrong that was not foreseen",
				"This application failed with " + type + ".", "See its log.", SERVER_ERROR, null, null, null, null,
				null);
	}

	private static @Nullable Object body(NangoException ex) {
		if (ex instanceof NangoUpstreamException upstream) {
			return upstream.bodyAsString();
		}
		return (ex instanceof NangoActionException action) ? action.error().payload() : null;
	}

}
