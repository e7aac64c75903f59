package org.nangospring.client;

import java.net.URI;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Checks and normalizes the address of a Nango server.
 */
final class Hosts {

	private Hosts() {
	}

	static URI parse(@Nullable String host) {
		if (host == null || host.isBlank()) {
			throw new IllegalArgumentException("The host must not be empty");
		}
		try {
			return URI.create(host.trim());
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalArgumentException("The host is not a valid address: " + ex.getMessage());
		}
	}

	static URI check(@Nullable URI host) {
		if (host == null) {
			throw new IllegalArgumentException("The host must not be empty");
		}
		String scheme = (host.getScheme() != null) ? host.getScheme().toLowerCase(Locale.ROOT) : "";
		if (!scheme.equals("https") && !scheme.equals("http")) {
			throw new IllegalArgumentException("The host must begin with https:// or http://, but is \"" + host + "\"");
		}
		if (host.getHost() == null) {
			throw new IllegalArgumentException("The host \"" + host + "\" does not name a server");
		}
		if (host.getRawUserInfo() != null) {
			throw new IllegalArgumentException("The host must not contain a user name or password");
		}
		if (host.getRawQuery() != null || host.getRawFragment() != null) {
			throw new IllegalArgumentException("The host \"" + host + "\" must not have a query or a fragment");
		}
		String path = (host.getRawPath() != null) ? host.getRawPath().replaceAll("/+$", "") : "";
		return URI.create(scheme + "://" + host.getRawAuthority() + path);
	}

}
