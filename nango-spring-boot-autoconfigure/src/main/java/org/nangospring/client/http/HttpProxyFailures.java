package org.nangospring.client.http;

import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.netty.handler.proxy.ProxyConnectException;
import org.jspecify.annotations.Nullable;

/**
 * Says what the HTTP proxy of the network has to do with a connection that could not be
 * made. Nothing of a request was sent then.
 */
final class HttpProxyFailures {

	private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

	/** Netty tells the status nowhere else. */
	private static final Pattern STATUS = Pattern.compile(", status: (\\d{3}) ");

	private final EngineSettings settings;

	private final EngineSettings.@Nullable HttpProxy proxy;

	HttpProxyFailures(EngineSettings settings) {
		this.settings = settings;
		this.proxy = HttpProxyTunnel.of(settings);
	}

	/**
	 * The proxy's part in a failure: below TLS it is not the first that is thrown.
	 * @return what the proxy did, or null when it did nothing
	 */
	static @Nullable ProxyConnectException find(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ProxyConnectException refused) {
				return refused;
			}
		}
		return null;
	}

	/**
	 * Whether the same proxy may let the same connection through a moment later. One that
	 * says no (4xx) will not.
	 */
	static boolean mayPass(Throwable failure) {
		int status = (failure instanceof ProxyConnectException) ? status(failure) : 0;
		return status < 400 || status == 408 || status == 429 || status >= 500;
	}

	/**
	 * Describes a connection that was not made.
	 * @return the text, or null when no proxy was asked
	 */
	@Nullable String describe(Throwable failure) {
		if (failure instanceof ProxyConnectException) {
			return refused(failure, status(failure));
		}
		if (this.proxy == null) {
			return null;
		}
		return (failure instanceof UnknownHostException)
				? "the host name of " + name() + " cannot be resolved. Check nango.http-proxy.host."
				: "no connection to " + name() + " could be made. Check nango.http-proxy.host and"
						+ " nango.http-proxy.port, and whether the proxy is up.";
	}

	private String refused(Throwable failure, int status) {
		String host = this.settings.host().getAuthority();
		if (status == PROXY_AUTHENTICATION_REQUIRED) {
			return (this.proxy != null && this.proxy.username() != null)
					? name() + " did not accept the user name or the password (407)."
							+ " Check nango.http-proxy.username and nango.http-proxy.password."
					: name() + " wants a user name and a password (407)."
							+ " Set nango.http-proxy.username and nango.http-proxy.password.";
		}
		if (status >= 500) {
			return name() + " could not connect to " + host + " (" + status + "). Check nango.host and whether Nango"
					+ " is up, or name the host in nango.http-proxy.non-proxy-hosts if it is inside the network.";
		}
		if (status > 0) {
			return name() + " did not connect to " + host + " (" + status
					+ "). Ask whoever runs the proxy to let this host through.";
		}
		return timedOut(failure)
				? name() + " did not connect to " + host + " within " + this.settings.limits().connectTimeout()
						+ ". Raise nango.timeout.connect if it needs more."
				: name() + " did not answer as an HTTP proxy does. Check nango.http-proxy.host and"
						+ " nango.http-proxy.port.";
	}

	private String name() {
		return (this.proxy != null) ? "the HTTP proxy " + this.proxy.host() + ":" + this.proxy.port()
				: "the HTTP proxy";
	}

	private static boolean timedOut(Throwable failure) {
		return failure.getMessage() != null && failure.getMessage().endsWith(", timeout");
	}

	/**
	 * The status the proxy answered, or 0 when it was none that HTTP knows.
	 */
	private static int status(Throwable failure) {
		Matcher matcher = STATUS.matcher(String.valueOf(failure.getMessage()) + " ");
		int status = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
		return (status >= 300 && status < 600) ? status : 0;
	}

}
