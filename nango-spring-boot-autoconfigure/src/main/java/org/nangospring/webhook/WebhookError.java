package org.nangospring.webhook;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.NangoObject;

/**
 * What went wrong, as a webhook tells it.
 */
public interface WebhookError extends NangoObject {

	/**
	 * The kind of error.
	 * @return Nango's name for it, for example {@code script_error}; empty when Nango
	 * does not tell
	 */
	String type();

	/**
	 * What happened.
	 * @return a text for people; empty when Nango does not tell
	 */
	String description();

	/**
	 * What the script that failed reported.
	 * @return a map, a list or a scalar, or null when it reported nothing
	 */
	@Nullable Object payload();

}
