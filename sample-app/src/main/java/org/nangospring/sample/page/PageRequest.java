package org.nangospring.sample.page;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * What a person has chosen to see.
 *
 * @param integration the integration id, or null
 * @param connection the connection id, or null
 * @param model the model of the records, or null
 * @param cursor where the records begin, or null
 */
record PageRequest(@Nullable String integration, @Nullable String connection, @Nullable String model,
		@Nullable String cursor) {

	boolean namesConnection() {
		return StringUtils.hasText(this.integration) && StringUtils.hasText(this.connection);
	}

}
