package org.nangospring.client.provider;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * A provider: an API that Nango knows. Its configuration is open-ended and differs from
 * provider to provider; what has no method here is among the
 * {@link #additionalProperties() additional properties}.
 */
public interface Provider extends NangoObject {

	/**
	 * The name of the provider.
	 * @return Nango's name for it, for example {@code github}
	 */
	String name();

	/**
	 * The name to show to people.
	 * @return the name, or null when there is none
	 */
	@Nullable String displayName();

	/**
	 * The way to authenticate.
	 * @return Nango's name for it, for example {@code OAUTH2}
	 */
	String authMode();

	/**
	 * What kind of API it is.
	 * @return the categories; empty when there are none
	 */
	List<String> categories();

	/**
	 * Where Nango describes the provider.
	 * @return a URL, or null when there is none
	 */
	@Nullable String docs();

	/**
	 * Where the provider's logo is.
	 * @return a URL, or null when there is none
	 */
	@Nullable String logoUrl();

	/**
	 * Where users are sent to authorize the application.
	 * @return a URL, possibly with placeholders, or null when the way to authenticate has
	 * none
	 */
	@Nullable String authorizationUrl();

	/**
	 * The scopes that are asked for unless an integration names others.
	 * @return the scopes; empty when there are none
	 */
	List<String> defaultScopes();

	/**
	 * How Nango's proxy calls the provider.
	 * @return the configuration, for example with {@code base_url}; empty when the proxy
	 * cannot call it
	 */
	Map<String, @Nullable Object> proxy();

	/**
	 * What has to be known of an account besides credentials.
	 * @return the fields by name, each described as in JSON schema; empty when there are
	 * none
	 */
	Map<String, @Nullable Object> connectionConfig();

	/**
	 * What users have to enter to connect.
	 * @return the fields by name, each described as in JSON schema; empty when there are
	 * none
	 */
	Map<String, @Nullable Object> credentials();

}
