package org.nangospring.client;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Warns when the key would travel unencrypted to another machine.
 */
final class PlainHttpWarning {

	private static final Log logger = LogFactory.getLog(PlainHttpWarning.class);

	private static final Pattern IPV4_LOOPBACK = Pattern.compile("127(\\.\\d{1,3}){3}");

	private PlainHttpWarning() {
	}

	static void check(URI host) {
		if ("http".equalsIgnoreCase(host.getScheme()) && !isLoopback(host.getHost())) {
			logger.warn("nango.host is " + host + ": the secret key and all data travel unencrypted. Use https://, "
					+ "unless the network in between is your own.");
		}
	}

	/**
	 * Decides by the name alone: looking it up would be a network call at start.
	 */
	private static boolean isLoopback(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		if (name.equals("localhost") || name.endsWith(".localhost")) {
			return true;
		}
		return name.startsWith("[") ? isIpv6Loopback(name) : IPV4_LOOPBACK.matcher(name).matches();
	}

	/**
	 * A literal address in brackets is not looked up.
	 */
	private static boolean isIpv6Loopback(String name) {
		try {
			return InetAddress.getByName(name).isLoopbackAddress();
		}
		catch (UnknownHostException ex) {
			return false;
		}
	}

}
