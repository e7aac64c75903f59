package org.nangospring.listener.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Texts that are stored for people to read.
 */
final class Texts {

	private static final int LONGEST = 4_000;

	private Texts() {
	}

	/**
	 * Makes a message fit any of the databases: PostgreSQL refuses the character 0.
	 */
	static @Nullable String message(@Nullable String message) {
		if (message == null) {
			return null;
		}
		String text = message.replace('\0', ' ');
		return (text.length() > LONGEST) ? text.substring(0, LONGEST - 1) + "\u2026" : text;
	}

}
