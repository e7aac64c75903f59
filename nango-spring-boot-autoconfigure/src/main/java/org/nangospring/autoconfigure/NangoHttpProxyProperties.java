package org.nangospring.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The HTTP proxy of the network. Nango's own proxy needs no configuration.
 */
public class NangoHttpProxyProperties {

	/**
	 * Host name or IP address of the HTTP proxy through which Nango is reached; empty for
	 * none. Nango's own proxy is something else.
	 */
	private @Nullable String host;

	/**
	 * Port of the HTTP proxy, needed with a host.
	 */
	private @Nullable Integer port;

	/**
	 * User name for the HTTP proxy.
	 */
	private @Nullable String username;

	/**
	 * Password for the HTTP proxy, masked like the keys.
	 */
	private @Nullable String password;

	/**
	 * Hosts that are reached without the HTTP proxy: names or addresses, with an asterisk
	 * at the beginning or end for anything. They are separated by commas, or by the
	 * vertical bar of the JDK's system properties.
	 */
	private List<String> nonProxyHosts = List.of();

	public @Nullable String getHost() {
		return this.host;
	}

	public void setHost(@Nullable String host) {
		this.host = host;
	}

	public @Nullable Integer getPort() {
		return this.port;
	}

	public void setPort(@Nullable Integer port) {
		this.port = port;
	}

	public @Nullable String getUsername() {
		return this.username;
	}

	public void setUsername(@Nullable String username) {
		this.username = username;
	}

	public @Nullable String getPassword() {
		return this.password;
	}

	public void setPassword(@Nullable String password) {
		this.password = password;
	}

	public List<String> getNonProxyHosts() {
		return this.nonProxyHosts;
	}

	public void setNonProxyHosts(List<String> nonProxyHosts) {
		this.nonProxyHosts = nonProxyHosts;
	}

	@Override
	public String toString() {
		return "[host=" + this.host + ", port=" + this.port + ", password=" + ((this.password != null) ? "***" : "none")
				+ "]";
	}

}
