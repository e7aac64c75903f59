package org.nangospring.client.integration;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;

/**
 * The credentials of the application itself at a provider. Which fields there are depends
 * on the {@link #type() type}; fields without a method of their own are among the
 * {@link #attributes() attributes}. {@link #toString()} shows none of them.
 */
public final class IntegrationCredentials {

	private final Map<String, @Nullable Object> attributes;

	private IntegrationCredentials(Map<String, @Nullable Object> attributes) {
		this.attributes = Answers.map(attributes);
	}

	/**
	 * Credentials of an OAuth 2 application.
	 * @param clientId the client id
	 * @param clientSecret the client secret
	 * @param scopes the scopes to ask for; none means the provider's default
	 * @return the credentials
	 */
	public static IntegrationCredentials oauth2(String clientId, String clientSecret, String... scopes) {
		return client("OAUTH2", clientId, clientSecret, scopes);
	}

	/**
	 * Credentials of an OAuth 1 application.
	 * @param consumerKey the consumer key, which Nango calls client id
	 * @param consumerSecret the consumer secret, which Nango calls client secret
	 * @return the credentials
	 */
	public static IntegrationCredentials oauth1(String consumerKey, String consumerSecret) {
		return client("OAUTH1", consumerKey, consumerSecret);
	}

	/**
	 * Credentials of an application with token-based authentication (NetSuite).
	 * @param consumerKey the consumer key, which Nango calls client id
	 * @param consumerSecret the consumer secret, which Nango calls client secret
	 * @return the credentials
	 */
	public static IntegrationCredentials tba(String consumerKey, String consumerSecret) {
		return client("TBA", consumerKey, consumerSecret);
	}

	/**
	 * Credentials of a GitHub App.
	 * @param appId the id of the app
	 * @param appLink the public link of the app
	 * @param privateKey its private key in PEM form
	 * @return the credentials
	 */
	public static IntegrationCredentials app(String appId, String appLink, String privateKey) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put("type", "APP");
		attributes.put("app_id", Arguments.text(appId, "app id"));
		attributes.put("app_link", Arguments.text(appLink, "app link"));
		attributes.put("private_key", Arguments.required(privateKey, "private key"));
		return new IntegrationCredentials(attributes);
	}

	/**
	 * Credentials of a GitHub App that also does OAuth.
	 * @param clientId the client id
	 * @param clientSecret the client secret
	 * @param appId the id of the app
	 * @param appLink the public link of the app
	 * @param privateKey its private key in PEM form
	 * @return the credentials
	 */
	public static IntegrationCredentials custom(String clientId, String clientSecret, String appId, String appLink,
			String privateKey) {
		Map<String, Object> attributes = new LinkedHashMap<>(app(appId, appLink, privateKey).attributes);
		attributes.put("type", "CUSTOM");
		attributes.put("client_id", Arguments.text(clientId, "client id"));
		attributes.put("client_secret", Arguments.text(clientSecret, "client secret"));
		return new IntegrationCredentials(attributes);
	}

	/**
	 * Credentials of any type, for those that have no method here.
	 * @param attributes the fields by their names in Nango's API, {@code type} among them
	 * @return the credentials
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static IntegrationCredentials of(Map<String, @Nullable Object> attributes) {
		return new IntegrationCredentials(attributes);
	}

	private static IntegrationCredentials client(String type, String clientId, String clientSecret, String... scopes) {
		Map<String, Object> attributes = new LinkedHashMap<>();
		attributes.put("type", type);
		attributes.put("client_id", Arguments.text(clientId, "client id"));
		attributes.put("client_secret", Arguments.text(clientSecret, "client secret"));
		if (scopes.length > 0) {
			attributes.put("scopes", String.join(",", scopes));
		}
		return new IntegrationCredentials(attributes);
	}

	/**
	 * These credentials with the secret that signs the provider's webhooks.
	 * @param webhookSecret the secret
	 * @return a changed copy
	 */
	public IntegrationCredentials withWebhookSecret(String webhookSecret) {
		Map<String, Object> attributes = new LinkedHashMap<>(this.attributes);
		attributes.put("webhook_secret", Arguments.text(webhookSecret, "webhook secret"));
		return new IntegrationCredentials(attributes);
	}

	/**
	 * The type of the credentials.
	 * @return Nango's name for it, for example {@code OAUTH2}; empty when Nango named
	 * none
	 */
	public String type() {
		return Objects.requireNonNullElse(text("type"), "");
	}

	/**
	 * The client id.
	 * @return the id, or null when credentials of this type have none
	 */
	public @Nullable String clientId() {
		return text("client_id");
	}

	/**
	 * The client secret.
	 * @return the secret, or null when credentials of this type have none
	 */
	public @Nullable String clientSecret() {
		return text("client_secret");
	}

	/**
	 * The scopes that are asked for.
	 * @return the scopes with commas between them, or null when there are none
	 */
	public @Nullable String scopes() {
		return text("scopes");
	}

	/**
	 * The secret that signs the provider's webhooks.
	 * @return the secret, or null when there is none
	 */
	public @Nullable String webhookSecret() {
		return text("webhook_secret");
	}

	/**
	 * All fields by their names in Nango's API.
	 * @return the fields; values may be null
	 */
	@JsonValue
	public Map<String, @Nullable Object> attributes() {
		return this.attributes;
	}

	private @Nullable String text(String name) {
		return (this.attributes.get(name) instanceof String text) ? text : null;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof IntegrationCredentials that && this.attributes.equals(that.attributes);
	}

	@Override
	public int hashCode() {
		return this.attributes.hashCode();
	}

	@Override
	public String toString() {
		return "IntegrationCredentials[type=" + type() + ", ***]";
	}

}
