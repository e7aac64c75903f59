package org.nangospring.client.connection;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nangospring.client.http.Arguments;

/**
 * What can be changed on a connection. What is not called is not sent and stays as it is.
 */
public final class ConnectionSettings {

	private final Map<String, Object> body = new LinkedHashMap<>();

	ConnectionSettings() {
	}

	/**
	 * Replaces all tags.
	 * @param tags the tags, up to 10; an empty map removes all
	 * @return these settings
	 */
	public ConnectionSettings tags(Map<String, String> tags) {
		this.body.put("tags", Map.copyOf(tags));
		return this;
	}

	/**
	 * Sends webhooks about the connection to this address only.
	 * @param url the address
	 * @return these settings
	 */
	public ConnectionSettings webhookUrlOverride(String url) {
		this.body.put("webhook_url_override", Arguments.text(url, "URL"));
		return this;
	}

	/**
	 * Sends webhooks about the connection where all go.
	 * @return these settings
	 */
	public ConnectionSettings clearWebhookUrlOverride() {
		this.body.put("webhook_url_override", "");
		return this;
	}

	Map<String, Object> body() {
		return this.body;
	}

}
