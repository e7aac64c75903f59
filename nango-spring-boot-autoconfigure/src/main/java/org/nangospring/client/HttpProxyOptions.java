package org.nangospring.client;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import io.netty.util.NetUtil;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.EngineSettings;

/**
 * The HTTP proxy through which a client reaches Nango. It is asked for a tunnel
 * ({@code CONNECT}), so with https it sees neither the key nor the data.
 */
public final class HttpProxyOptions {

	private @Nullable String host;

	private int port;

	private @Nullable String username;

	private @Nullable String password;

	private List<String> nonProxyHosts = List.of();

	HttpProxyOptions() {
	}

	/**
	 * Sets where the proxy is. Without an address there is none. The name is looked up
	 * again from time to time.
	 * @param host its host name or IP address alone, without {@code http://}
	 * @param port its port, from 1 to 65535
	 * @return these options
	 * @throws IllegalArgumentException if it is not such an address; the message does not
	 * repeat it
	 */
	public HttpProxyOptions address(String host, int port) {
		this.host = checkHost(host);
		this.port = Arguments.range(port, 1, 65_535, "port of the HTTP proxy");
		return this;
	}

	/**
	 * Sets what the proxy is told about who asks (Basic authentication). The default is
	 * nothing.
	 * @param username the user name, without a colon
	 * @param password the password; it never appears in a log or a message
	 * @return these options
	 * @throws IllegalArgumentException if one is missing, or cannot be sent so
	 */
	public HttpProxyOptions credentials(String username, String password) {
		Arguments.text(username, "user name for the HTTP proxy");
		if (username.indexOf(':') >= 0) {
			throw new IllegalArgumentException("The user name for the HTTP proxy must not contain a colon");
		}
		if (password == null || password.isEmpty()) {
			throw new IllegalArgumentException("The password for the HTTP proxy must not be empty");
		}
		this.username = username;
		this.password = password;
		return this;
	}

	/**
	 * Sets which hosts are reached without the proxy. The default is none.
	 * @param patterns names or IP addresses as in the JDK's {@code http.nonProxyHosts}:
	 * {@code *} at the beginning or end stands for anything, and {@code |} stands between
	 * several
	 * @return these options
	 */
	public HttpProxyOptions nonProxyHosts(Collection<String> patterns) {
		this.nonProxyHosts = Arguments.required(patterns, "list of hosts")
			.stream()
			.flatMap((pattern) -> Stream.of(Arguments.text(pattern, "pattern for hosts").split("\\|")))
			.map(String::trim)
			.filter((pattern) -> !pattern.isEmpty())
			.toList();
		return this;
	}

	private static String checkHost(@Nullable String host) {
		String name = Arguments.text(host, "host of the HTTP proxy").trim();
		boolean ipv6 = NetUtil.isValidIpV6Address(name);
		if (!ipv6 && name.chars().anyMatch((character) -> "/:@ ?#".indexOf(character) >= 0)) {
			throw new IllegalArgumentException("The host of the HTTP proxy must be a name or an IP address alone,"
					+ " without http://, port, user name or path");
		}
		return name;
	}

	EngineSettings.@Nullable HttpProxy settings() {
		return (this.host == null) ? null
				: new EngineSettings.HttpProxy(this.host, this.port, this.username, this.password, this.nonProxyHosts);
	}

	@Override
	public String toString() {
		return "HttpProxyOptions[" + this.host + ":" + this.port + ", password=***]";
	}

}
