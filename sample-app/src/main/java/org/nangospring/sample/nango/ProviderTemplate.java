package org.nangospring.sample.nango;

import org.jspecify.annotations.Nullable;

/**
 * The providers that integrations can be made for.
 */
enum ProviderTemplate {

	GITHUB("github", "GitHub (User OAuth)", "OAUTH2"),

	GOOGLE_DRIVE("google-drive", "Google Drive", "OAUTH2"),

	HUBSPOT("hubspot", "HubSpot", "OAUTH2"),

	SLACK("slack", "Slack", "OAUTH2"),

	LINEAR("linear", "Linear", "OAUTH2"),

	PRIVATE_API_BEARER("private-api-bearer", "Private API (Bearer Auth)", "API_KEY"),

	UNAUTHENTICATED("unauthenticated", "Unauthenticated", "NONE");

	private final String id;

	private final String displayName;

	private final String authMode;

	ProviderTemplate(String id, String displayName, String authMode) {
		this.id = id;
		this.displayName = displayName;
		this.authMode = authMode;
	}

	static @Nullable ProviderTemplate find(String id) {
		for (ProviderTemplate template : values()) {
			if (template.id.equals(id)) {
				return template;
			}
		}
		return null;
	}

	String id() {
		return this.id;
	}

	String displayName() {
		return this.displayName;
	}

	String authMode() {
		return this.authMode;
	}

	boolean isOAuth() {
		return this.authMode.equals("OAUTH2");
	}

}
