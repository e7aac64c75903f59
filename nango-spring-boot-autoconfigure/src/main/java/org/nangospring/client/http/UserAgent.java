package org.nangospring.client.http;

/**
 * How the client names itself to Nango.
 */
final class UserAgent {

	static final String VALUE = value(UserAgent.class.getPackage().getImplementationVersion());

	private UserAgent() {
	}

	static String value(@org.jspecify.annotations.Nullable String version) {
		return "nango-spring/" + ((version != null) ? version : "dev") + " (java/" + Runtime.version().feature() + ")";
	}

}
