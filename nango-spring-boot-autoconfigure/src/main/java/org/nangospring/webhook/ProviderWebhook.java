package org.nangospring.webhook;

import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * A webhook of a provider that Nango passes on as it is, because it found no connection
 * that it belongs to. Nothing says which provider sent it but its content and its
 * {@link #headers()}. Anybody who knows the address that Nango takes the provider's
 * webhooks at may have sent it, unless Nango checks signatures of that provider.
 */
public non-sealed interface ProviderWebhook extends NangoWebhook {

	/**
	 * What the provider sent.
	 * @param <T> the type to read it as
	 * @param type the type to read it as; {@code Map.class} for any object
	 * @return the payload, or null when it is {@code null}
	 * @throws NangoWebhookFormatException if it does not fit the type
	 */
	<T> @Nullable T payload(Class<T> type);

	/**
	 * What the provider sent.
	 * @param <T> the type to read it as
	 * @param type the type to read it as
	 * @return the payload, or null when it is {@code null}
	 * @throws NangoWebhookFormatException if it does not fit the type
	 */
	<T> @Nullable T payload(ParameterizedTypeReference<T> type);

}
