package org.nangospring.client.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which headers an application may add to requests.
 */
final class AddedHeader {

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");

	/** The key and the host, how HTTP carries the message, and what the body is. */
	private static final Set<String> OF_HTTP = Set.of("authorization", "proxy-authorization", "host", "connection",
			"keep-alive", "proxy-connection", "te", "trailer", "transfer-encoding", "upgrade", "expect",
			"content-length", "content-type", "content-encoding", "accept", "accept-encoding", "x-http-method",
			"x-http-method-override", "x-method-override");

	/**
	 * With these an action would run on another connection or later, a provider's token
	 * would go to another host, or Nango would repeat what must not be repeated.
	 */
	private static final Set<String> OF_NANGO = Set.of("provider-config-key", "connection-id", "base-url-override",
			"retries", "retry-on", "decompress", "forward-headers-on-redirect", "x-async", "x-max-retries");

	private static final String OTHER_OF_NANGO = "nango-";

	private static final String TO_THE_PROVIDER = "nango-proxy-";

	private AddedHeader() {
	}

	/**
	 * Checks a header.
	 * @throws IllegalArgumentException if it cannot be sent or may not be added
	 */
	static void check(String name, String value) {
		Arguments.text(name, "name of a header");
		if (!NAME.matcher(name).matches()) {
			throw new IllegalArgumentException("\"" + name + "\" is not the name of a header");
		}
		String lowerCase = name.toLowerCase(Locale.ROOT);
		if (OF_HTTP.contains(lowerCase) || OF_NANGO.contains(lowerCase)
				|| (lowerCase.startsWith(OTHER_OF_NANGO) && !lowerCase.startsWith(TO_THE_PROVIDER))) {
			throw new IllegalArgumentException("The header " + name
					+ " steers HTTP or Nango and cannot be added: use the methods of the client that are there for it");
		}
		NangoRequestBuilder.headerValue(name, Arguments.required(value, "value of " + name));
	}

}
