package org.nangospring.client.connect;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.nangospring.client.http.Arguments;

/**
 * What a connect session is made for.
 */
public final class ConnectSessionSettings {

	private final Map<String, Object> body = new LinkedHashMap<>();

	private final Map<String, Object> tags = new LinkedHashMap<>();

	private final Map<String, Object> defaults = new LinkedHashMap<>();

	private final Map<String, Object> overrides = new LinkedHashMap<>();

	ConnectSessionSettings() {
	}

	/**
	 * Adds a tag to the connection that will be made. Webhooks carry it, and
	 * {@link org.nangospring.client.connection.ConnectionQuery#tag} finds it.
	 * @param key the key, which Nango stores in lower case; up to 10 are allowed
	 * @param value the value, up to 255 characters
	 * @return these settings
	 */
	public ConnectSessionSettings tag(String key, String value) {
		this.tags.put(Arguments.text(key, "tag"), Arguments.required(value, "value of tag " + key));
		return this;
	}

	/**
	 * Lets the user choose from these integrations only. Not for reconnecting.
	 * @param integrationIds the integration ids, at least one
	 * @return these settings
	 */
	public ConnectSessionSettings allowedIntegrations(String... integrationIds) {
		this.body.put("allowed_integrations", Arguments.ids(Arrays.asList(integrationIds), "integration id"));
		return this;
	}

	/**
	 * Presets something for an integration.
	 * @param integrationId the integration id
	 * @param preset sets what is preset
	 * @return these settings
	 */
	public ConnectSessionSettings integrationDefaults(String integrationId, Consumer<IntegrationDefaults> preset) {
		IntegrationDefaults integrationDefaults = new IntegrationDefaults();
		preset.accept(integrationDefaults);
		this.defaults.put(Arguments.id(integrationId, "integration id"), integrationDefaults.body());
		return this;
	}

	/**
	 * Replaces the documentation that Nango's Connect UI links to. Not every plan of
	 * Nango allows it.
	 * @param integrationId the integration id
	 * @param url where the documentation is
	 * @return these settings
	 */
	public ConnectSessionSettings docsConnect(String integrationId, String url) {
		this.overrides.put(Arguments.id(integrationId, "integration id"),
				Map.of("docs_connect", Arguments.text(url, "URL")));
		return this;
	}

	/**
	 * Sends webhooks about the connection to this address only.
	 * @param url the address
	 * @return these settings
	 */
	public ConnectSessionSettings webhookUrlOverride(String url) {
		this.body.put("webhook_url_override", Arguments.text(url, "URL"));
		return this;
	}

	/**
	 * Names the user. Nango has replaced it with {@link #tag(String, String) tags}.
	 * @param id the id of the user in the application
	 * @param user sets what else is known of the user
	 * @return these settings
	 */
	public ConnectSessionSettings endUser(String id, Consumer<EndUserSettings> user) {
		EndUserSettings settings = new EndUserSettings(id);
		user.accept(settings);
		this.body.put("end_user", settings.body());
		return this;
	}

	/**
	 * Names the organization of the user. Nango has replaced it with
	 * {@link #tag(String, String) tags}.
	 * @param id the id of the organization in the application
	 * @param displayName the name to show to people
	 * @return these settings
	 */
	public ConnectSessionSettings organization(String id, String displayName) {
		Map<String, Object> organization = new LinkedHashMap<>();
		organization.put("id", Arguments.text(id, "organization id"));
		organization.put("display_name", Arguments.text(displayName, "name of the organization"));
		this.body.put("organization", organization);
		return this;
	}

	Map<String, Object> body() {
		Map<String, Object> all = new LinkedHashMap<>(this.body);
		putUnlessEmpty(all, "tags", this.tags);
		putUnlessEmpty(all, "integrations_config_defaults", this.defaults);
		putUnlessEmpty(all, "overrides", this.overrides);
		return all;
	}

	private static void putUnlessEmpty(Map<String, Object> all, String name, Map<String, Object> value) {
		if (!value.isEmpty()) {
			all.put(name, value);
		}
	}

}
