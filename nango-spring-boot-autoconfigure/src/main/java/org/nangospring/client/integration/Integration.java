package org.nangospring.client.integration;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * An integration: a provider set up for an environment.
 */
public interface Integration extends NangoObject {

	/**
	 * The integration id, chosen when the integration was created. Nango's older texts
	 * call it {@code providerConfigKey}, its API {@code unique_key}.
	 * @return the id
	 */
	String integrationId();

	/**
	 * The provider.
	 * @return Nango's name for it, for example {@code github}
	 */
	String provider();

	/**
	 * The name to show to people.
	 * @return the name, or null when the server is too old to tell
	 */
	@Nullable String displayName();

	/**
	 * Where the provider's logo is.
	 * @return a URL, or null when the server is too old to tell
	 */
	@Nullable String logo();

	/**
	 * Whether webhooks of the provider are passed on to the application.
	 * @return whether they are, or null when the server is too old to tell
	 */
	@Nullable Boolean forwardWebhooks();

	/**
	 * When the integration was created.
	 * @return the time, or null when the server is too old to tell
	 */
	@Nullable Instant createdAt();

	/**
	 * When the integration was last changed.
	 * @return the time, or null when the server is too old to tell
	 */
	@Nullable Instant updatedAt();

	/**
	 * Where the provider has to send its webhooks.
	 * @return a URL, or null when {@link IntegrationInclude#WEBHOOK} was not asked for or
	 * the provider has no webhooks
	 */
	@Nullable String webhookUrl();

	/**
	 * The credentials of the application at the provider.
	 * @return the credentials, or null when {@link IntegrationInclude#CREDENTIALS} was
	 * not asked for or the provider needs none
	 */
	@Nullable IntegrationCredentials credentials();

}
