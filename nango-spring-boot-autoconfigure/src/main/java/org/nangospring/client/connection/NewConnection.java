package org.nangospring.client.connection;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nangospring.client.http.Arguments;
import org.nangospring.client.http.NangoJson;

/**
 * What is known of a connection that is imported, besides its credentials.
 */
public final class NewConnection {

	private final Map<String, Object> body = new LinkedHashMap<>();

	private final Map<String, Object> tags = new LinkedHashMap<>();

	NewConnection() {
	}

	/**
	 * Sets the connection id. A connection that has it is replaced; without it Nango
	 * makes a UUID.
	 * @param connectionId the connection id
	 * @return this connection
	 */
	public NewConnection connectionId(String connectionId) {
		return put("connection_id", Arguments.id(connectionId, "connection id"));
	}

	/**
	 * Adds a tag.
	 * @param key the key, which Nango stores in lower case; up to 10 are allowed
	 * @param value the value, up to 255 characters
	 * @return this connection
	 */
	public NewConnection tag(String key, String value) {
		this.tags.put(Arguments.text(key, "tag"), Arguments.required(value, "value of tag " + key));
		return put("tags", this.tags);
	}

	/**
	 * Sets the metadata.
	 * @param metadata a map, a record or anything else that is an object in JSON
	 * @return this connection
	 */
	public NewConnection metadata(Object metadata) {
		return put("metadata", object(metadata, "metadata"));
	}

	/**
	 * Sets the configuration that some providers need, for example a subdomain.
	 * @param connectionConfig a map, a record or anything else that is an object in JSON
	 * @return this connection
	 */
	public NewConnection connectionConfig(Object connectionConfig) {
		return put("connection_config", object(connectionConfig, "connection config"));
	}

	/**
	 * Sends webhooks about the connection to this address only.
	 * @param url the address
	 * @return this connection
	 */
	public NewConnection webhookUrlOverride(String url) {
		return put("webhook_url_override", Arguments.text(url, "URL"));
	}

	private static Object object(Object value, String name) {
		if (!NangoJson.instance().isObject(Arguments.required(value, name))) {
			throw new IllegalArgumentException(
					"The " + name + " has to be an object in JSON, such as a map or a record");
		}
		return value;
	}

	private NewConnection put(String name, Object value) {
		this.body.put(name, value);
		return this;
	}

	Map<String, Object> body() {
		return this.body;
	}

}
