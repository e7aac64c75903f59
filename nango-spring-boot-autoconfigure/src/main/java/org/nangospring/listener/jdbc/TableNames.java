package org.nangospring.listener.jdbc;

import java.util.regex.Pattern;

import org.nangospring.client.http.Arguments;

/**
 * The names of the tables. They become part of statements, so only plain ones are
 * allowed.
 *
 * @param prefix what each of them begins with
 */
record TableNames(String prefix) {

	static final String DEFAULT_PREFIX = "NANGO_";

	private static final Pattern ALLOWED = Pattern
		.compile("([A-Za-z_][A-Za-z0-9_]{0,62}\\.){0,2}([A-Za-z_][A-Za-z0-9_]{0,39})?");

	TableNames {
		Arguments.required(prefix, "table prefix");
		if (!ALLOWED.matcher(prefix).matches()) {
			throw new IllegalArgumentException("The table prefix must consist of letters, digits and underscores,"
					+ " with the schema and a dot before it if need be, such as \"NANGO_\" or \"crm.NANGO_\"");
		}
	}

	String stream() {
		return this.prefix + "STREAM";
	}

	String deadLetter() {
		return this.prefix + "DEAD_LETTER";
	}

}
