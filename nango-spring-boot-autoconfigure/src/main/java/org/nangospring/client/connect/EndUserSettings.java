package org.nangospring.client.connect;

import java.util.LinkedHashMap;
import java.util.Map;

import org.nangospring.client.http.Arguments;

/**
 * What is known of the user of a connect session.
 */
public final class EndUserSettings {

	private final Map<String, Object> body = new LinkedHashMap<>();

	private final Map<String, Object> tags = new LinkedHashMap<>();

	EndUserSettings(String id) {
		this.body.put("id", Arguments.text(id, "end user id"));
	}

	/**
	 * Sets the e-mail address.
	 * @param email the address
	 * @return these settings
	 */
	public EndUserSettings email(String email) {
		this.body.put("email", Arguments.text(email, "e-mail address"));
		return this;
	}

	/**
	 * Sets the name to show to people.
	 * @param displayName the name
	 * @return these settings
	 */
	public EndUserSettings displayName(String displayName) {
		this.body.put("display_name", Arguments.text(displayName, "display name"));
		return this;
	}

	/**
	 * Adds a tag.
	 * @param key the key
	 * @param value the value
	 * @return these settings
	 */
	public EndUserSettings tag(String key, String value) {
		this.tags.put(Arguments.text(key, "tag"), Arguments.required(value, "value of tag " + key));
		return this;
	}

	Map<String, Object> body() {
		if (this.tags.isEmpty()) {
			return this.body;
		}
		Map<String, Object> all = new LinkedHashMap<>(this.body);
		all.put("tags", this.tags);
		return all;
	}

}
