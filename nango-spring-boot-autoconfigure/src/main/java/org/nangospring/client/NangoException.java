package org.nangospring.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.ShownText;

/**
 * A call to Nango that did not succeed. Messages are one line and never hold a key, a
 * token or a body.
 * <p>
 * Every failure of a call is one of the subclasses:
 * <ul>
 * <li>{@link NangoTransportException}: no complete answer came
 * <li>{@link NangoResponseException}: an answer came that cannot be used
 * <li>{@link NangoApiException}: Nango answered with an error
 * <li>{@link NangoUpstreamException}: the provider behind Nango answered with an error
 * </ul>
 * Arguments that are refused before anything is sent are an
 * {@link IllegalArgumentException} instead.
 */
public abstract class NangoException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private static final int MAX_MESSAGE = 3_000;

	private final FailedCall call;

	NangoException(FailedCall call, String message, @Nullable Throwable cause) {
		super(describe(call, message));
		this.call = call;
		if (cause != null) {
			// where there is none, one may be added later
			initCause(cause);
		}
	}

	private static String describe(FailedCall call, String message) {
		String attempts = (call.attempts() > 1) ? " (after " + call.attempts() + " attempts)" : "";
		return call.operation() + ": " + ShownText.oneLine(message, MAX_MESSAGE) + attempts;
	}

	/**
	 * The call that failed, for an exception that takes the place of this one.
	 * @return what is known about it
	 */
	public FailedCall call() {
		return this.call;
	}

	/**
	 * The operation that failed.
	 * @return its name, for example {@code connections.get}
	 */
	public String operation() {
		return this.call.operation();
	}

	/**
	 * How often the call was tried.
	 * @return the number of attempts, the first included
	 */
	public int attempts() {
		return this.call.attempts();
	}

	/**
	 * Whether the failed attempt was one that the client may repeat by itself: the
	 * failure may pass, and the call only reads, does the same when carried out twice, or
	 * is known not to have been carried out.
	 * @return whether the attempt may be repeated
	 */
	public boolean isRepeatable() {
		return this.call.repeatable();
	}

	/**
	 * How long the server asked to wait before the next attempt.
	 * @return the time from the moment the answer came, or null when none was named
	 */
	public @Nullable Duration retryAfter() {
		return this.call.retryAfter();
	}

	/**
	 * The HTTP status of the answer.
	 * @return the status, or null when there was no answer
	 */
	public @Nullable Integer status() {
		return null;
	}

	/**
	 * Nango's error code.
	 * @return the code, for example {@code unknown_connection}, or null when Nango sent
	 * none
	 */
	public @Nullable String code() {
		return null;
	}

}
