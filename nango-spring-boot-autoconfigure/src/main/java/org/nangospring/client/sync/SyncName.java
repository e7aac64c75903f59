package org.nangospring.client.sync;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.nangospring.client.http.Arguments;

/**
 * A sync, or a variant of one, as texts name it: {@code name} or {@code name::variant}.
 *
 * @param name the name of the sync
 * @param variant the variant, or null for the sync itself
 */
record SyncName(String name, @Nullable String variant) {

	private static final String SEPARATOR = "::";

	static SyncName parse(@Nullable String text) {
		String sync = Arguments.id(text, "sync");
		int separator = sync.indexOf(SEPARATOR);
		if (separator < 0) {
			return new SyncName(sync, null);
		}
		return new SyncName(Arguments.id(sync.substring(0, separator), "sync"),
				Arguments.id(sync.substring(separator + SEPARATOR.length()), "variant"));
	}

	/**
	 * How requests name it.
	 */
	Object body() {
		if (this.variant == null) {
			return this.name;
		}
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("name", this.name);
		body.put("variant", this.variant);
		return body;
	}

}
