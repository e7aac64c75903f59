package org.nangospring.sample.nango;

import java.net.URI;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A configured provider.
 */
final class Integration {

	// part of every webhook address; a real one is made per environment
	private static final String ENVIRONMENT = "00000000-0000-4000-8000-000000000000";

	private final ProviderTemplate provider;

	private final Instant createdAt;

	private Instant updatedAt;

	private String uniqueKey;

	private String displayName;

	private boolean forwardWebhooks = true;

	private @Nullable ObjectNode credentials;

	Integration(ProviderTemplate provider, String uniqueKey, @Nullable ObjectNode credentials, Instant createdAt) {
		this.provider = provider;
		this.uniqueKey = uniqueKey;
		this.displayName = provider.displayName();
		this.credentials = credentials;
		this.createdAt = createdAt;
		this.updatedAt = createdAt;
	}

	ProviderTemplate provider() {
		return this.provider;
	}

	String uniqueKey() {
		return this.uniqueKey;
	}

	String displayName() {
		return this.displayName;
	}

	void change(Instant now, @Nullable String newKey, @Nullable String newDisplayName, @Nullable Boolean newForwarding,
			@Nullable ObjectNode newCredentials) {
		this.uniqueKey = (newKey != null) ? newKey : this.uniqueKey;
		this.displayName = (newDisplayName != null) ? newDisplayName : this.displayName;
		this.forwardWebhooks = (newForwarding != null) ? newForwarding : this.forwardWebhooks;
		this.credentials = (newCredentials != null) ? newCredentials : this.credentials;
		this.updatedAt = now;
	}

	ObjectNode toJson(URI host, Set<String> include) {
		ObjectNode json = Json.object();
		json.put("unique_key", this.uniqueKey);
		json.put("provider", this.provider.id());
		json.put("display_name", this.displayName);
		json.put("logo", host + "/images/template-logos/" + this.provider.id() + ".svg");
		if (include.contains("webhook")) {
			json.put("webhook_url",
					this.provider.isOAuth() ? host + "/webhook/" + ENVIRONMENT + "/" + this.uniqueKey : null);
		}
		if (include.contains("credentials")) {
			json.set("credentials", credentialsJson());
		}
		json.put("forward_webhooks", this.forwardWebhooks);
		json.put("created_at", Timestamps.millisZ(this.createdAt));
		json.put("updated_at", Timestamps.millisZ(this.updatedAt));
		return json;
	}

	private JsonNode credentialsJson() {
		if (this.credentials == null) {
			return NullNode.getInstance();
		}
		ObjectNode json = this.credentials.deepCopy();
		json.put("webhook_secret", (String) null);
		return json;
	}

}
