package org.nangospring.client.environment;

import org.nangospring.client.NangoObject;

/**
 * The key with which Nango signs webhooks.
 */
public interface WebhookSigningKey extends NangoObject {

	/**
	 * The key itself, which {@code toString} does not show.
	 * @return the key
	 */
	String value();

}
