package org.nangospring.client.environment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.nangospring.client.http.Arguments;

/**
 * How a new environment is set up.
 */
public final class EnvironmentSettings {

	private final Map<String, Object> body = new LinkedHashMap<>();

	private final List<Map<String, String>> otlpHeaders = new ArrayList<>();

	EnvironmentSettings() {
	}

	/**
	 * Sets whether the environment is for production.
	 * @param production whether it is
	 * @return these settings
	 */
	public EnvironmentSettings production(boolean production) {
		return put("is_production", production);
	}

	/**
	 * Sets where providers send users back to after they authorized the application.
	 * @param callbackUrl the address
	 * @return these settings
	 */
	public EnvironmentSettings callbackUrl(String callbackUrl) {
		return put("callback_url", Arguments.text(callbackUrl, "callback URL"));
	}

	/**
	 * Sets a key that frontends have to sign requests with.
	 * @param hmacKey the key
	 * @return these settings
	 */
	public EnvironmentSettings hmacKey(String hmacKey) {
		return put("hmac_key", Arguments.text(hmacKey, "HMAC key"));
	}

	/**
	 * Sets whether frontends have to sign requests.
	 * @param hmacEnabled whether they have to
	 * @return these settings
	 */
	public EnvironmentSettings hmacEnabled(boolean hmacEnabled) {
		return put("hmac_enabled", hmacEnabled);
	}

	/**
	 * Sets whether failures are reported to Slack.
	 * @param slackNotifications whether they are
	 * @return these settings
	 */
	public EnvironmentSettings slackNotifications(boolean slackNotifications) {
		return put("slack_notifications", slackNotifications);
	}

	/**
	 * Sets where Nango sends OpenTelemetry data.
	 * @param otlpEndpoint the address
	 * @return these settings
	 */
	public EnvironmentSettings otlpEndpoint(String otlpEndpoint) {
		return put("otlp_endpoint", Arguments.text(otlpEndpoint, "OTLP endpoint"));
	}

	/**
	 * Adds a header that Nango sends with OpenTelemetry data.
	 * @param name the name
	 * @param value the value
	 * @return these settings
	 */
	public EnvironmentSettings otlpHeader(String name, String value) {
		Map<String, String> header = new LinkedHashMap<>();
		header.put("name", Arguments.text(name, "OTLP header"));
		header.put("value", Arguments.text(value, "value of OTLP header " + name));
		this.otlpHeaders.add(header);
		return put("otlp_headers", this.otlpHeaders);
	}

	private EnvironmentSettings put(String name, Object value) {
		this.body.put(name, value);
		return this;
	}

	Map<String, Object> body() {
		return this.body;
	}

}
