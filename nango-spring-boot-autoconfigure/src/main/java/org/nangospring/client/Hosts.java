package org.nangospring.client;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Checks and normalizes the address of a Nango server. Messages never repeat the address,
 * because what is written in its place may be a key or hold a password.
 */
final class Hosts {

	private Hosts() {
	}

	static URI parse(@Nullable String host) {
		if (host == null || host.isBlank()) {
			throw new IllegalArgumentException("The host must not be empty");
		}
		try {
			return new URI(host.trim());
		}
		catch (URISyntaxException ex) {
			String place = (ex.getIndex() >= 0) ? " at index " + ex.getIndex() : "";
			throw new IllegalArgumentException("The host is not a valid address: " + ex.getReason() + place);
		}
	}

	static URI check(@Nullable URI host) {
		if (host == null) {
			throw new IllegalArgumentException("The host must not be empty");
		}
		String scheme = (host.getScheme() != null) ? host.getScheme().toLowerCase(Locale.ROOT) : "";
		if (!scheme.equals("https") && !scheme.equals("http")) {
			throw new IllegalArgumentException("The host must begin with https:// or http://"
					+ (scheme.isEmpty() ? "" : ", not with " + scheme + ":"));
		}
		if (host.getHost() == null) {
			throw new IllegalArgumentException(
					"The host does not name a server: look for underscores, spaces and slashes");
		}
		if (host.getRawUserInfo() != null) {
			throw new IllegalArgumentException("The host must not contain a user name or password");
		}
		if (host.getRawQuery() != null || host.getRawFragment() != null) {
			throw new IllegalArgumentException("The host must not have a query or a fragment");
		}
		String path = (host.getRawPath() != null) ? host.getRawPath().replaceAll("/+$", "") : "";
		return URI.create(scheme + "://" + host.getRawAuthority() + path);
	}

}
