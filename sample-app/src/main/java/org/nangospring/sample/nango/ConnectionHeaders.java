package org.nangospring.sample.nango;

/**
 * The two headers that name a connection where it isn't part of the address.
 *
 * @param connectionId the connection
 * @param providerConfigKey its integration
 */
record ConnectionHeaders(String connectionId, String providerConfigKey) {

	private static final String CONNECTION_ID = "connection-id";

	private static final String PROVIDER_CONFIG_KEY = "provider-config-key";

	/**
	 * Reads them; what is missing is noted and left empty.
	 * @param request the request
	 * @param violations where to note it
	 * @return the headers
	 */
	static ConnectionHeaders of(Request request, Violations violations) {
		String providerConfigKey = read(request, PROVIDER_CONFIG_KEY, violations);
		return new ConnectionHeaders(read(request, CONNECTION_ID, violations), providerConfigKey);
	}

	private static String read(Request request, String name, Violations violations) {
		String value = request.header(name);
		if (value == null) {
			violations.wrongType("string", "undefined", name);
			return "";
		}
		return value;
	}

}
