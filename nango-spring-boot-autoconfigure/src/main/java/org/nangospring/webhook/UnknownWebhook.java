package org.nangospring.webhook;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * A webhook of Nango that this version does not know, or one that lacks what its kind
 * always had. Everything is readable through {@link #type()},
 * {@link #additionalProperties()} and {@link #body()}.
 */
public non-sealed interface UnknownWebhook extends NangoWebhook {

	/**
	 * All fields, by their names in JSON.
	 * @return the fields, as maps, lists and scalars
	 */
	@Override
	Map<String, @Nullable Object> additionalProperties();

}
