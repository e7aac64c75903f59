package org.nangospring.client.connection;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Answers;
import org.nangospring.client.http.Arguments;

/**
 * Credentials that an application already has and gives to Nango. Immutable;
 * {@link #toString()} shows none of them.
 */
public final class NewCredentials {

	private final Map<String, Object> attributes;

	private NewCredentials(Map<String, Object> attributes) {
		this.attributes = Answers.map(attributes);
	}

	/**
	 * Credentials of OAuth 2. Add a {@link #withRefreshToken(String) refresh token} and
	 * the {@link #withExpiresAt(Instant) time} so that Nango can keep them fresh.
	 * @param accessToken the access token
	 * @return the credentials
	 */
	public static NewCredentials oauth2(String accessToken) {
		return of("OAUTH2").with("access_token", Arguments.text(accessToken, "access token"));
	}

	/**
	 * Credentials of OAuth 1.
	 * @param token the token
	 * @param tokenSecret the secret of the token
	 * @return the credentials
	 */
	public static NewCredentials oauth1(String token, String tokenSecret) {
		return of("OAUTH1").with("oauth_token", Arguments.text(token, "token"))
			.with("oauth_token_secret", Arguments.text(tokenSecret, "token secret"));
	}

	/**
	 * Credentials of the client credentials flow of OAuth 2.
	 * @param clientId the client id
	 * @param clientSecret the client secret
	 * @param token the access token
	 * @return the credentials
	 */
	public static NewCredentials oauth2Client(String clientId, String clientSecret, String token) {
		return of("OAUTH2_CC").with("client_id", Arguments.text(clientId, "client id"))
			.with("client_secret", Arguments.text(clientSecret, "client secret"))
			.with("token", Arguments.text(token, "token"));
	}

	/**
	 * A user name and a password.
	 * @param username the user name
	 * @param password the password, possibly empty
	 * @return the credentials
	 */
	public static NewCredentials basic(String username, String password) {
		return of("BASIC").with("username", Arguments.required(username, "user name"))
			.with("password", Arguments.required(password, "password"));
	}

	/**
	 * An API key.
	 * @param apiKey the key
	 * @return the credentials
	 */
	public static NewCredentials apiKey(String apiKey) {
		return of("API_KEY").with("apiKey", Arguments.text(apiKey, "API key"));
	}

	/**
	 * The installation of a GitHub App.
	 * @param appId the id of the app
	 * @param installationId the id of the installation
	 * @return the credentials
	 */
	public static NewCredentials app(String appId, String installationId) {
		return of("APP").with("app_id", Arguments.text(appId, "app id"))
			.with("installation_id", Arguments.text(installationId, "installation id"));
	}

	/**
	 * Credentials of token-based authentication (NetSuite).
	 * @param tokenId the id of the token
	 * @param tokenSecret the secret of the token
	 * @return the credentials
	 */
	public static NewCredentials tba(String tokenId, String tokenSecret) {
		return of("TBA").with("token_id", Arguments.text(tokenId, "token id"))
			.with("token_secret", Arguments.text(tokenSecret, "token secret"));
	}

	/**
	 * No credentials, for providers that need none.
	 * @return the credentials
	 */
	public static NewCredentials none() {
		return of("NONE");
	}

	/**
	 * Credentials of any type, for those that have no method here.
	 * @param attributes the fields by their names in Nango's API
	 * @return the credentials
	 * @throws IllegalArgumentException if {@code type} is not among them
	 */
	public static NewCredentials of(Map<String, Object> attributes) {
		if (!(attributes.get("type") instanceof String)) {
			throw new IllegalArgumentException("The credentials have no \"type\"");
		}
		return new NewCredentials(attributes);
	}

	private static NewCredentials of(String type) {
		return new NewCredentials(Map.of("type", type));
	}

	/**
	 * These credentials with a refresh token.
	 * @param refreshToken the refresh token
	 * @return a changed copy
	 */
	public NewCredentials withRefreshToken(String refreshToken) {
		return with("refresh_token", Arguments.text(refreshToken, "refresh token"));
	}

	/**
	 * These credentials with the time at which they expire.
	 * @param expiresAt the time
	 * @return a changed copy
	 */
	public NewCredentials withExpiresAt(Instant expiresAt) {
		return with("expires_at", Arguments.required(expiresAt, "time of expiry").toString());
	}

	/**
	 * These credentials with a client of their own in place of the integration's.
	 * @param clientId the client id
	 * @param clientSecret the client secret
	 * @return a changed copy
	 */
	public NewCredentials withConfigOverride(String clientId, String clientSecret) {
		Map<String, Object> override = new LinkedHashMap<>();
		override.put("client_id", Arguments.text(clientId, "client id"));
		override.put("client_secret", Arguments.text(clientSecret, "client secret"));
		return with("config_override", override);
	}

	private NewCredentials with(String name, Object value) {
		Map<String, Object> changed = new LinkedHashMap<>(this.attributes);
		changed.put(name, value);
		return new NewCredentials(changed);
	}

	/**
	 * All fields by their names in Nango's API.
	 * @return the fields
	 */
	@JsonValue
	public Map<String, Object> attributes() {
		return this.attributes;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof NewCredentials that && this.attributes.equals(that.attributes);
	}

	@Override
	public int hashCode() {
		return this.attributes.hashCode();
	}

	@Override
	public String toString() {
		return "NewCredentials[type=" + this.attributes.get("type") + ", ***]";
	}

}
