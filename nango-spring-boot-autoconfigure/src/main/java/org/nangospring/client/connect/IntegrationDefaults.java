package org.nangospring.client.connect;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nangospring.client.http.Arguments;

/**
 * What a connect session presets for an integration.
 */
public final class IntegrationDefaults {

	private final Map<String, Object> body = new LinkedHashMap<>();

	private final Map<String, Object> authorizationParams = new LinkedHashMap<>();

	private final Map<String, Object> connectionConfig = new LinkedHashMap<>();

	IntegrationDefaults() {
	}

	/**
	 * Asks for scopes of the user's own. For Slack only.
	 * @param scopes the scopes with commas between them
	 * @return these defaults
	 */
	public IntegrationDefaults userScopes(String scopes) {
		this.body.put("user_scopes", Arguments.text(scopes, "user scopes"));
		return this;
	}

	/**
	 * Adds a query parameter to the authorization URL. For OAuth 2 only.
	 * @param name the name
	 * @param value the value
	 * @return these defaults
	 */
	public IntegrationDefaults authorizationParam(String name, String value) {
		this.authorizationParams.put(Arguments.text(name, "authorization parameter"),
				Arguments.required(value, "value of " + name));
		return this;
	}

	/**
	 * Presets a field of the connection's configuration, for example a subdomain or
	 * {@code oauth_scopes_override}.
	 * @param name the name
	 * @param value the value, written as JSON
	 * @return these defaults
	 */
	public IntegrationDefaults connectionConfig(String name, Object value) {
		this.connectionConfig.put(Arguments.text(name, "field of the connection config"),
				Arguments.required(value, "value of " + name));
		return this;
	}

	Map<String, Object> body() {
		Map<String, Object> all = new LinkedHashMap<>(this.body);
		if (!this.authorizationParams.isEmpty()) {
			all.put("authorization_params", this.authorizationParams);
		}
		if (!this.connectionConfig.isEmpty()) {
			all.put("connection_config", this.connectionConfig);
		}
		return all;
	}

}
