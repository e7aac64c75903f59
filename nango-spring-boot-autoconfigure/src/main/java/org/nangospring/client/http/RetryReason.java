package org.nangospring.client.http;

import java.util.Locale;

import org.nangospring.client.NangoException;
import org.nangospring.client.NangoRateLimitException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoUpstreamException;

/**
 * Why an attempt is repeated, in one word of a small fixed set.
 */
final class RetryReason {

	private RetryReason() {
	}

	static String of(NangoException failure) {
		if (failure instanceof NangoTransportException transport) {
			return transport.reason().name().toLowerCase(Locale.ROOT);
		}
		if (failure instanceof NangoRateLimitException) {
			return "rate_limit";
		}
		if (failure instanceof NangoUpstreamException) {
			return "upstream_error";
		}
		return "server_error";
	}

}
