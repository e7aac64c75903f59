package org.nangospring.webhook;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * A webhook of a provider that Nango passes on, together with the connection it belongs
 * to. The provider's own headers are in {@link #headers()}.
 */
public non-sealed interface ForwardWebhook extends NangoWebhook {

	/**
	 * Who sent it to Nango.
	 * @return Nango's name for the provider, for example {@code github}
	 */
	String from();

	/**
	 * The integration it came in for. Nango's older texts call it
	 * {@code providerConfigKey}.
	 * @return the integration id
	 */
	String integrationId();

	/**
	 * The connection it belongs to.
	 * @return integration id and connection id, or null when Nango names no connection
	 */
	@Nullable ConnectionReference connection();

	/**
	 * What the provider sent.
	 * @param <T> the type to read it as
	 * @param type the type to read it as; {@code Map.class} for any object
	 * @return the payload, or null when the provider sent none
	 * @throws NangoWebhookFormatException if it does not fit the type
	 */
	<T> @Nullable T payload(Class<T> type);

	/**
	 * What the provider sent.
	 * @param <T> the type to read it as
	 * @param type the type to read it as
	 * @return the payload, or null when the provider sent none
	 * @throws NangoWebhookFormatException if it does not fit the type
	 */
	<T> @Nullable T payload(ParameterizedTypeReference<T> type);

}
