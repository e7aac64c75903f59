package org.nangospring.client;

import org.jspecify.annotations.Nullable;

/**
 * Checks secret keys without ever showing them.
 */
final class SecretKeys {

	private SecretKeys() {
	}

	static String check(@Nullable String key) {
		if (key == null || key.isBlank()) {
			throw new IllegalArgumentException("The secret key must not be empty");
		}
		for (int i = 0; i < key.length(); i++) {
			char character = key.charAt(i);
			if (character <= ' ' || character > '~' || character == '"' || character == '\'') {
				throw new IllegalArgumentException("The secret key has a character at index " + i
						+ " that no key has: look for spaces, quotes and line breaks");
			}
		}
		if (key.startsWith("${") || key.startsWith("<")) {
			throw new IllegalArgumentException("The secret key is a placeholder, not a key");
		}
		return key;
	}

}
