package org.nangospring.client.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.FailedCall;
import org.nangospring.client.NangoException;
import org.nangospring.client.NangoResponseException;
import org.nangospring.client.NangoTransportException;
import org.nangospring.client.NangoTransportException.Reason;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import reactor.netty.internal.shaded.reactor.pool.PoolShutdownException;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.retry.backoff.BackOffInterruptedException;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientRequestException;

/**
 * Maps what WebClient, Reactor Netty and the JDK throw to the client's own exceptions.
 */
final class TransportFailures {

	private final EngineSettings settings;

	TransportFailures(EngineSettings settings) {
		this.settings = settings;
	}

	/**
	 * Maps the failure of an attempt. Whether it may be repeated depends on how far the
	 * request got: one that never reached the server may always be.
	 */
	NangoException map(Call call, Throwable failure) {
		Throwable root = root(failure);
		FailedCall failed = call.failed();
		if (root instanceof UnusableAnswerException unusable) {
			return new NangoResponseException(failed, null, unusable.reason());
		}
		if (root instanceof RequestBodyException) {
			return new NangoTransportException(failed, Reason.RESET,
					"the body of the request could not be read, so the connection was given up", root.getCause());
		}
		if (root instanceof DataBufferLimitException) {
			return new NangoResponseException(failed, null,
					"the answer is larger than " + this.settings.limits().maxInMemorySize()
							+ " bytes. Ask for less at once, or raise nango.max-in-memory-size.");
		}
		Reason reason = reason(root);
		FailedCall classified = failed.withRepeatable(repeatable(call.request(), reason, root));
		Throwable cause = (root instanceof ClientClosedException || quotesSecret(call, root)) ? null : root;
		return new NangoTransportException(classified, reason, describe(call, reason, root), cause);
	}

	/**
	 * Netty quotes what is not HTTP, which may be what the server was told.
	 */
	private boolean quotesSecret(Call call, Throwable root) {
		String text = root.toString();
		return ShownText.secrets(call.request(), this.settings).stream().anyMatch(text::contains);
	}

	private static boolean repeatable(NangoRequest<?> request, Reason reason, Throwable root) {
		if (request.repeat() == NangoRequest.Repeat.NEVER) {
			return false;
		}
		return switch (reason) {
			case CONNECT -> true;
			case RESET, TIMEOUT ->
				request.repeat() == NangoRequest.Repeat.ALWAYS && !(root instanceof CallTimeoutException);
			case TLS, POOL, INTERRUPTED, CLOSED -> false;
		};
	}

	private static Reason reason(Throwable root) {
		if (root instanceof ClientClosedException || root instanceof PoolShutdownException) {
			return Reason.CLOSED;
		}
		if (root instanceof ConnectException || root instanceof UnknownHostException
				|| root instanceof NoRouteToHostException || isUnreachable(root)) {
			return Reason.CONNECT;
		}
		if (root instanceof SSLException) {
			return Reason.TLS;
		}
		if (root instanceof PoolAcquireTimeoutException || root instanceof PoolAcquirePendingLimitException) {
			return Reason.POOL;
		}
		if (root instanceof ReadTimeoutException || root instanceof TimeoutException
				|| root instanceof CallTimeoutException) {
			return Reason.TIMEOUT;
		}
		if (root instanceof InterruptedException || root instanceof BackOffInterruptedException) {
			return Reason.INTERRUPTED;
		}
		return Reason.RESET;
	}

	/**
	 * The JDK has no type of its own for a network that cannot be reached.
	 */
	private static boolean isUnreachable(Throwable root) {
		String message = root.getMessage();
		return root instanceof SocketException && message != null && message.contains("unreachable");
	}

	private String describe(Call call, Reason reason, Throwable root) {
		String host = this.settings.host().getAuthority();
		return switch (reason) {
			case CONNECT -> (root instanceof UnknownHostException)
					? "the host name of " + host + " cannot be resolved. Check nango.host."
					: "no connection to " + host + " could be made. Check nango.host and whether Nango is up.";
			case TLS -> "the TLS connection to " + host + " failed. Check the scheme of nango.host and"
					+ " whether its certificate is trusted.";
			case POOL -> "all " + this.settings.pool().maxConnections() + " connections to Nango were busy."
					+ " Raise nango.pool.max-connections, or make fewer calls at once.";
			case TIMEOUT -> timeout(call, root);
			case INTERRUPTED -> "the thread was interrupted while it waited";
			case CLOSED -> (root instanceof ClientClosedException closed && closed.isUnderWay())
					? "the client was closed while the call was under way. Nango may have carried it out."
					: "the client is closed. Make the call before the application shuts down.";
			case RESET -> protocolError(root) ? "the answer of " + host + " is not valid HTTP"
					: "the connection to " + host + " broke before the answer was complete";
		};
	}

	private String timeout(Call call, Throwable root) {
		EngineSettings.Limits limits = this.settings.limits();
		Duration own = call.request().timeout();
		Duration usual = (own != null) ? own : limits.callTimeout();
		if (root instanceof CallTimeoutException && call.limit().compareTo(usual) < 0) {
			return "there was no answer within " + call.limit() + ", all that was left of the time to wait";
		}
		if (own != null) {
			return "there was no answer within " + own + ", the limit of this call";
		}
		return (root instanceof CallTimeoutException)
				? "the call took longer than " + limits.callTimeout() + ". Raise nango.timeout.call if it needs more."
				: "Nango did not answer within " + limits.responseTimeout()
						+ ". Raise nango.timeout.response if it needs more.";
	}

	private static boolean protocolError(Throwable root) {
		return root instanceof DecoderException || root instanceof IllegalArgumentException;
	}

	/**
	 * The failure that tells most: below the wrappers of WebClient and Reactor.
	 */
	private static Throwable root(Throwable failure) {
		Throwable current = failure;
		while (true) {
			Throwable cause = current.getCause();
			if (cause == null || telling(current)) {
				return current;
			}
			current = cause;
		}
	}

	private static boolean telling(@Nullable Throwable failure) {
		if (failure instanceof WebClientRequestException || failure instanceof WebClientException) {
			return false;
		}
		return failure instanceof IOException || failure instanceof TimeoutException
				|| failure instanceof DataBufferLimitException || failure instanceof PrematureCloseException
				|| failure instanceof BackOffInterruptedException || failure instanceof RequestBodyException;
	}

}
