package org.nangospring.client.http;

import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoTransportException;

/**
 * How a call failed, without anything that Nango or a provider has said in words.
 *
 * @param at when it failed
 * @param exception the class of the exception
 * @param status the HTTP status of the answer, or null when there was none
 * @param code Nango's error code, or null
 * @param reason why no complete answer came, or null when one came
 * @param attempts how often the call was tried
 * @param count how many calls of the operation have failed so far
 */
public record LastError(Instant at, String exception, @Nullable Integer status, @Nullable String code,
		@Nullable String reason, int attempts, long count) {

	/** Anything else may be text of somebody else. */
	private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{0,63}");

	static LastError of(NangoException failure, Instant at, long count) {
		String code = failure.code();
		return new LastError(at, failure.getClass().getSimpleName(), failure.status(),
				(code != null && CODE.matcher(code).matches()) ? code : null,
				(failure instanceof NangoTransportException transport) ? transport.reason().name() : null,
				failure.attempts(), count);
	}

	@Override
	public String toString() {
		return "LastError[" + this.exception + " at " + this.at + "]";
	}

}
