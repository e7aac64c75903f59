package org.nangospring.webhook;

import org.jspecify.annotations.Nullable;

/**
 * Checks signing keys without ever showing them.
 */
final class SigningKeys {

	private SigningKeys() {
	}

	static String check(@Nullable String key) {
		if (key == null || key.isBlank()) {
			throw new IllegalArgumentException("A signing key must not be empty");
		}
		for (int i = 0; i < key.length(); i++) {
			char character = key.charAt(i);
			if (character <= ' ' || character > '~' || character == '"' || character == '\'') {
				throw new IllegalArgumentException("A signing key has a character at index " + i
						+ " that no key has: look for spaces, quotes and line breaks");
			}
		}
		if (key.startsWith("${") || key.startsWith("<")) {
			throw new IllegalArgumentException("A signing key is a placeholder, not a key");
		}
		return key;
	}

}
