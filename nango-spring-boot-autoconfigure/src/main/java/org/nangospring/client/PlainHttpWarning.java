package org.nangospring.client;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;

import io.netty.util.NetUtil;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Warns when the key would travel unencrypted to another machine.
 */
final class PlainHttpWarning {

	private static final Log logger = LogFactory.getLog(PlainHttpWarning.class);

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
		InetAddress address = NetUtil.createInetAddressFromIpAddressString(name);
		return address != null && address.isLoopbackAddress();
	}

}
