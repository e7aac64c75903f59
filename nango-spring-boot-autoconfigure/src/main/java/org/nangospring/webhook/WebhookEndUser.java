package org.nangospring.webhook;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * Who made a connection. Nango has replaced it with tags.
 */
public interface WebhookEndUser extends NangoObject {

	/**
	 * The id of the user in the application.
	 * @return the id
	 */
	String id();

	/**
	 * The e-mail address.
	 * @return the address, or null when none was given
	 */
	@Nullable String email();

	/**
	 * The id of the user's organization in the application.
	 * @return the id, or null when none was given
	 */
	@Nullable String organizationId();

	/**
	 * The tags of the user.
	 * @return the tags; empty when there are none
	 */
	Map<String, @Nullable Object> tags();

}
